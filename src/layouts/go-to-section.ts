/** Goes to the section that a link names beside a state, which the browser itself does not find. */
import {sectionIn} from "./full-links.ts";

const section = sectionIn(location.hash);
if (section !== null) document.getElementById(section)?.scrollIntoView();
