const SIZE = /^(\d{2,5})\s*[x×:*]\s*(\d{2,5})$/;

/** The form in which resolutions are compared: lower case, and an exact size as `1792x1024`. */
export function normaliseResolution(written: string): string {
  const size = SIZE.exec(written.trim());
  return size ? `${Number(size[1])}x${Number(size[2])}` : written.trim().toLowerCase();
}

/** @returns width and height in pixels of an exact size; undefined for a class such as 720p */
export function sizeOf(resolution: string): [width: number, height: number] | undefined {
  const size = SIZE.exec(resolution);
  return size ? [Number(size[1]), Number(size[2])] : undefined;
}
