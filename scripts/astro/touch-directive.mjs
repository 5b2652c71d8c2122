/**
 * `client:touch`: a figure that is whole without its script wakes when the reader's pointer, finger, keyboard focus or dragged file first
 * comes to one of these figures; from then on all of them wake as they come on the screen, because they share a picture. With a
 * state in the address they wake on screen at once. What is done to a figure meanwhile, public/early.js repeats.
 */
export default (load, _options, element) => {
  const SIGNS = ["pointerover", "touchstart", "focusin", "dragenter"];
  const controller = new AbortController();
  const {signal} = controller;

  const wake = async () => {
    controller.abort();
    const hydrate = await load();
    await hydrate();
  };
  const wakeOnScreen = () => {
    const observer = new IntersectionObserver(([entry]) => {
      if (!entry.isIntersecting) return;
      observer.disconnect();
      if (!signal.aborted) void wake();
    });
    // An island is `display: contents` and has no box of its own.
    for (const child of element.children) observer.observe(child);
  };
  const touched = () => {
    window.dispatchEvent(new Event("figure-touched"));
    if (!signal.aborted) void wake();
  };

  if (location.hash.length > 1) return wakeOnScreen();
  for (const sign of SIGNS) element.addEventListener(sign, touched, {signal, passive: true});
  window.addEventListener("figure-touched", wakeOnScreen, {signal, once: true});
};
