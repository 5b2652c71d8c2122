// Keeps what a reader does to a figure that is not awake yet, and repeats it once it is. Each control's last act counts.
{
  const kept = new Map(); // control → what brings it about again
  const asleep = (element) => element.closest("astro-island[ssr]") !== null;

  const tell = (field) => {
    for (const type of ["input", "change"]) field.dispatchEvent(new Event(type, {bubbles: true}));
  };
  const fill = (field, value) => {
    field.value = value;
    tell(field);
  };
  const tick = (box, checked) => box.checked !== checked && box.click();

  /** What brings the control into this state again once its figure listens; nothing for a click on a field. */
  const actOf = (type, control) => {
    const {value, checked} = control;
    if (control.matches("button")) return type === "click" ? () => control.click() : undefined;
    if (control.matches("[type=checkbox], [type=radio]")) return () => tick(control, checked);
    if (type === "click") return undefined;
    return control.matches("[type=file]") ? () => tell(control) : () => fill(control, value);
  };

  const keep = ({type, target, isTrusted}) => {
    const control = isTrusted && target instanceof Element ? target.closest("button, input, select") : null;
    const act = control !== null && asleep(control) ? actOf(type, control) : undefined;
    if (act !== undefined) kept.set(control, act);
  };

  const repeat = () => {
    for (const [control, act] of kept) {
      if (control.isConnected && asleep(control)) continue;
      kept.delete(control);
      if (control.isConnected) act();
    }
  };

  for (const type of ["click", "input", "change"]) addEventListener(type, keep, true);
  // The event comes from the island and does not bubble; its effects settle a moment later.
  addEventListener("astro:hydrate", () => setTimeout(repeat), true);
}
