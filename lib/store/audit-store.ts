import { AUDIT_ACTIONS, type AuditAction } from '@/lib/account';
import type { PrismaClient } from './generated/client';

/** Somebody has done something. */
interface AuditEntry {
  at: Date;
  /** Null: somebody who was not signed in. */
  who: string | null;
  address: string;
  action: AuditAction;
  /** What it was done to: an id, a name. */
  object: string | null;
}

/** The part of the store that remembers who did what. */
export interface AuditStore {
  note(entry: AuditEntry): Promise<void>;
  /** Newest first; `next` is the cursor of what is older, null when nothing is. */
  auditPage(limit: number, cursor?: string): Promise<{ items: AuditEntry[]; next: string | null }>;
  /** Entries of before this time go. Returns how many. */
  removeAudit(before: Date): Promise<number>;
}

export function auditStore(prisma: PrismaClient): AuditStore {
  return {
    async note(entry) {
      await prisma.auditEntry.createMany({ data: entry });
    },
    async auditPage(limit, cursor) {
      const isPlace = cursor !== undefined && /^\d{1,15}$/.test(cursor);
      const rows = await prisma.auditEntry.findMany({
        ...(isPlace && { where: { id: { lt: Number(cursor) } } }),
        orderBy: { id: 'desc' },
        take: limit + 1,
      });
      const shown = rows.slice(0, limit);
      const last = shown.at(-1);
      return {
        items: shown.flatMap(({ at, who, address, action, object }) =>
          isAction(action) ? [{ at, who, address, action, object }] : [],
        ),
        next: rows.length > limit && last !== undefined ? String(last.id) : null,
      };
    },
    async removeAudit(before) {
      return (await prisma.auditEntry.deleteMany({ where: { at: { lt: before } } })).count;
    },
  };
}

function isAction(text: string): text is AuditAction {
  return (AUDIT_ACTIONS as readonly string[]).includes(text);
}
