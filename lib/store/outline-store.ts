import { Outline } from '@/lib/report/outline';
import type { PrismaClient } from './generated/client';

/** The part of the store that knows how checks went, for lists. */
export interface OutlineStore {
  /** In place of the one that is there; nothing when the check is gone. */
  keepOutline(checkId: string, outline: Outline): Promise<void>;
  /** Of those of these checks that have one of today's form. */
  outlinesOf(checkIds: readonly string[]): Promise<Map<string, Outline>>;
}

export function outlineStore(prisma: PrismaClient): OutlineStore {
  return {
    async keepOutline(checkId, outline) {
      const body = JSON.stringify(outline);
      await prisma.$transaction(async (tx) => {
        if ((await tx.check.count({ where: { id: checkId } })) === 0) return;
        await tx.checkOutline.deleteMany({ where: { checkId } });
        await tx.checkOutline.createMany({ data: { checkId, body } });
      });
    },

    async outlinesOf(checkIds) {
      const rows = await prisma.checkOutline.findMany({ where: { checkId: { in: [...checkIds] } } });
      const outlines = new Map<string, Outline>();
      for (const { checkId, body } of rows) {
        const { data } = Outline.safeParse(jsonOf(body));
        if (data !== undefined) outlines.set(checkId, data);
      }
      return outlines;
    },
  };
}

/** Undefined for what is no JSON: it is damaged, and made anew some day. */
function jsonOf(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}
