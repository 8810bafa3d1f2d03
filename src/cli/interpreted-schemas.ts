import * as z from "zod";

/**
 * zod compiles a schema on its first use, and at the first schema it asks whether the platform allows that, which takes a millisecond. A
 * command reads few values, so compiling takes longer than it saves. `run.ts` imports this file before any schema.
 */
z.config({ jitless: true });
