export type Annotation = { level: "error" | "warning" | "notice"; file: string; line: number; column: number; title: string; message: string };
