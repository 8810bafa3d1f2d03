import { act } from "./action.ts";

await act(import.meta.dirname);
