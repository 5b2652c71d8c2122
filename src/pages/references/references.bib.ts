/** The bibliography as it is written, to take along. */
import {bibliographyText} from "../../components/notebook/page-references.ts";

export function GET(): Response {
  return new Response(bibliographyText, {headers: {"Content-Type": "text/plain; charset=utf-8"}});
}
