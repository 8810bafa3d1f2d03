/** The size of the table. A request that appears again after about this many others is counted again. */
const PLACES = 1 << 16;

/** Recognizes distinct requests in constant memory. Each request is compared with the last one in the same place of a table. */
export type Requests = { isNew: (request_id: string) => boolean };

/** Requests are identified by a hash of 32 bits (FNV-1a). Two different requests have the same hash once in four billion. */
export function requestsIn(): Requests {
  const places = new Int32Array(PLACES);
  return {
    isNew(request_id) {
      let hash = 0x811c9dc5;
      for (let at = 0; at < request_id.length; at++) hash = Math.imul(hash ^ request_id.charCodeAt(at), 0x01000193);
      hash ^= hash >>> 15;
      // 0 is an empty place.
      if (hash === 0) hash = 1;
      const place = (hash ^ (hash >>> 16)) & (PLACES - 1);
      if (places[place] === hash) return false;
      places[place] = hash;
      return true;
    },
  };
}
