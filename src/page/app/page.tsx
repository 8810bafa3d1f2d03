import type { Book } from "../../prices/book.ts";
import { Explorer } from "./explorer.tsx";
import { type OpenPlan, WhatIf } from "./what-if.tsx";

/** The whole page: the what-if controls, if there is a plan, and the price book. */
export function Page({ book, date, plan }: { book: Book; date: string; plan: OpenPlan | null }) {
  return (
    <>
      <header>
        <p class="brand">Video Budget</p>
        <h1>{plan ? "What if" : "What a clip costs"}</h1>
        <p>
          Prices of {date}. All calculations run in this page; nothing is sent anywhere.
          {plan && (
            <>
              {" "}
              <a href="#plan">The plan</a>, <a href="#workloads">its workloads</a>, <a href="#manifest">the manifest</a>, <a href="#models">all models</a>.
            </>
          )}
        </p>
      </header>
      <main>
        {plan && <WhatIf {...plan} />}
        <Explorer book={book} date={date} heading={plan ? "All models for one clip" : "All models"} />
      </main>
    </>
  );
}
