import type { PrismaClient } from './generated/client';

/** What the process does by itself, and remembers when it did. */
type PulseName = 'health' | 'removal' | 'clock-doubted';

export interface PulseStore {
  /** Writes down when this was done last. Returns what the database has then. */
  keepPulse(name: PulseName, at: Date): Promise<Date>;
  /** Null when it was never done. */
  readPulse(name: PulseName): Promise<Date | null>;
}

/** The part of the store that remembers what the process does by itself. */
export function pulseStore(prisma: PrismaClient): PulseStore {
  const readPulse = async (name: PulseName) =>
    (await prisma.pulse.findUnique({ where: { name } }))?.at ?? null;
  return {
    readPulse,
    async keepPulse(name, at) {
      // Another process may write its own right after.
      const [, kept] = await prisma.$transaction([
        prisma.pulse.upsert({ where: { name }, create: { name, at }, update: { at } }),
        prisma.pulse.findUnique({ where: { name } }),
      ]);
      if (kept === null) throw new Error('what was just written is not there');
      return kept.at;
    },
  };
}
