// The sandboxed frame: starts the worker that runs readers' code, passes messages on, and ends the worker when told to or when
// it talks too much. The page around checks every message again.
const MOST_MESSAGES = 400; // in a second
let port, address, worker, since, count;

const end = (message) => {
  worker?.terminate();
  worker = undefined;
  port.postMessage({kind: "stopped", message});
};

const passOn = ({data}) => {
  if (performance.now() - since > 1000) [since, count] = [performance.now(), 1];
  if (++count > MOST_MESSAGES) return end("stopped: this code sends more than the page can take in");
  port.postMessage(data);
};

const start = () => {
  [since, count] = [performance.now(), 0];
  worker = new Worker(address);
  worker.onmessage = passOn;
  // Once it has spoken, the worker tells of its faults itself.
  worker.onerror = ({message}) =>
    count === 0 && end(`the sandbox did not start: ${message ?? "the browser blocks it"}`);
  return worker;
};

const obey = ({data}) => {
  if (data.kind === "load") address = URL.createObjectURL(new Blob([data.script], {type: "text/javascript"}));
  if (data.kind === "run") (worker ?? start()).postMessage({cells: data.cells, ids: data.ids});
  if (data.kind === "stop") end(null);
};

addEventListener("message", (event) => {
  if (event.source !== parent || port || !event.ports[0]) return;
  port = event.ports[0];
  port.onmessage = obey;
});
