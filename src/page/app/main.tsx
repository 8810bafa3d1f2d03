import { render } from "preact";
import { writtenBook } from "../../prices/written-book.ts";
import type { PageData } from "../fill.ts";
import { openSession } from "../session.ts";
import { Page } from "./page.tsx";

/** Reads the data in the page and shows it. */
async function start(root: Element): Promise<void> {
  const { date, plan } = carried("data") as PageData;
  const entries = carried("prices") as unknown[];
  const book = writtenBook((index) => entries[index]);
  const session = plan && (await openSession(plan, { date }, book));
  const written = session && (await session.reviewOf(new Map()));
  root.replaceChildren();
  render(<Page book={book} date={date} plan={session && written && { session, written }} />, root);
}

function carried(id: string): unknown {
  return JSON.parse(document.getElementById(id)?.textContent ?? "null");
}

const root = document.getElementById("page");
if (root)
  start(root).catch((error: unknown) => {
    root.textContent = `This page could not be opened: ${error instanceof Error ? error.message : String(error)}`;
  });
