// The page of the sandbox. It has the site's origin and so gets the site's headers, from the host or from the service worker
// that stands in for one; a sandboxed frame's own request would pass that by. No reader's code runs here: it only hands the
// page's port on to the frame inside, whose origin is nobody's and which inherits this page's policy.
const heard = (event) => {
  const [port] = event.ports;
  if (event.source !== parent || event.origin !== location.origin || event.data !== "open" || !port) return;
  removeEventListener("message", heard);
  document.querySelector("iframe").contentWindow.postMessage("open", "*", [port]);
};
addEventListener("message", heard);
