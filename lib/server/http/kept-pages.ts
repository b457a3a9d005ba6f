import { LRUCache } from 'lru-cache';
import type { PageQuery } from './page-queries';

/** A page that may be shown again while all that it is made of is as it was. */
export interface KeptPage {
  /** Compressed by gzip, which browsers accept over plain HTTP, too; Brotli they accept over TLS alone. */
  bytes: Buffer;
  queries: readonly PageQuery[];
}

interface PageKeeper<Other> {
  /**
   * The page of this key: as it is kept, as it is just being drawn for somebody else, or drawn now. `areAsBefore` tells whether it is
   * still true; what `draw` gives that is no page to keep is for whoever has asked alone. Rejects as `draw`.
   */
  of(
    key: string,
    areAsBefore: (queries: readonly PageQuery[]) => Promise<boolean>,
    draw: () => Promise<KeptPage | Other>,
  ): Promise<KeptPage | Other>;
}

/** Keeps the pages that were asked for last, up to so many octets with their keys. */
export function createPageKeeper<Other extends object>(maxBytes: number): PageKeeper<Other> {
  const kept = new LRUCache<string, KeptPage>({
    maxSize: maxBytes,
    sizeCalculation: ({ bytes }, key) => bytes.length + key.length,
  });
  const underWay = new Map<string, Promise<KeptPage | Other>>();
  return {
    async of(key, areAsBefore, draw) {
      const others = underWay.get(key)?.catch(() => null);
      const former = kept.get(key) ?? (others && (await others));
      if (former && isPage(former) && (await areAsBefore(former.queries))) return former;
      const drawing = draw();
      underWay.set(key, drawing);
      try {
        const page = await drawing;
        if (isPage(page)) kept.set(key, page);
        return page;
      } finally {
        if (underWay.get(key) === drawing) underWay.delete(key);
      }
    },
  };
}

function isPage(page: object): page is KeptPage {
  return 'bytes' in page;
}
