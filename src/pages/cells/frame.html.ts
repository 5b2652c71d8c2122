/** The sandbox for readers' code: a page without Astro's policy, because it has its own. */
import type {APIRoute} from "astro";
import {sandboxPage} from "../../cells/frame/page.ts";

export const GET: APIRoute = () => new Response(sandboxPage, {headers: {"Content-Type": "text/html; charset=utf-8"}});
