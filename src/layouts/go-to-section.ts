/** Goes to the section that a link names beside a state, which the browser itself does not find, and keeps the state beside it. */
import {sectionIn, withSection} from "./full-links.ts";

const section = sectionIn(location.hash);
if (section !== null) document.getElementById(section)?.scrollIntoView();

addEventListener("hashchange", ({oldURL}) => {
  const fragment = withSection(location.hash, new URL(oldURL).hash);
  if (fragment !== null) history.replaceState(history.state, "", fragment);
});
