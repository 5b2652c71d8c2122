/**
 * The page's side of the sandbox: makes its hidden frame when a cell is first run, and hears what it answers. The worker's
 * script is fetched here and handed in, because the frame may fetch nothing.
 */
import {parseReply, type Reply, type Request} from "../../cells/messages.ts";

/** How the sandbox is used, once it is there. */
export interface Sandbox {
  send(request: Request): void;
}

/** Where the site lies, with a slash at its end. */
const base = `${import.meta.env.BASE_URL.replace(/\/$/, "")}/`;

const PATIENCE = 20_000; // milliseconds for the frame to load

/**
 * Opens the sandbox. `progress` hears the bytes of the script that have arrived.
 * @throws if the frame or the script does not arrive
 */
export async function openSandbox(hear: (reply: Reply) => void, progress: (bytes: number) => void): Promise<Sandbox> {
  const [frame, script] = await Promise.all([loadFrame(`${base}cells/frame.html`), loadScript(progress)]);
  const {port1: port, port2} = new MessageChannel();
  port.onmessage = ({data}) => {
    const reply = parseReply(data);
    if (reply !== undefined) hear(reply);
  };
  frame.contentWindow!.postMessage("open", location.origin, [port2]);
  const send = (request: Request): void => port.postMessage(request);
  send({kind: "load", script});
  return {send};
}

function loadFrame(address: string): Promise<HTMLIFrameElement> {
  const frame = document.createElement("iframe");
  Object.assign(frame, {title: "", hidden: true, src: address});
  frame.setAttribute("aria-hidden", "true");
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      frame.remove();
      reject(new Error(`${address} did not load`));
    }, PATIENCE);
    frame.addEventListener("load", () => {
      clearTimeout(timer);
      resolve(frame);
    });
    document.body.append(frame);
  });
}

async function loadScript(progress: (bytes: number) => void): Promise<string> {
  const address = `${base}cells/worker.js`;
  const response = await fetch(address);
  if (!response.ok || response.body === null) throw new Error(`${address}: ${response.status}`);
  let bytes = 0;
  const counted = new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
    transform(chunk, controller) {
      progress((bytes += chunk.length));
      controller.enqueue(chunk);
    }
  });
  return new Response(response.body.pipeThrough(counted)).text();
}
