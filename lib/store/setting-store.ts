import { z } from 'zod';
import type { PrismaClient } from './generated/client';

/** What is chosen on a page. */
export const SettingName = z.enum(['sign-in']);
type SettingName = z.infer<typeof SettingName>;

export interface SettingStore {
  /** Null when nothing was chosen. */
  readSetting(name: SettingName): Promise<string | null>;
  writeSetting(name: SettingName, value: string): Promise<void>;
}

export function settingStore(prisma: PrismaClient): SettingStore {
  return {
    readSetting: async (name) => (await prisma.setting.findUnique({ where: { name } }))?.value ?? null,
    async writeSetting(name, value) {
      await prisma.setting.upsert({ where: { name }, create: { name, value }, update: { value } });
    },
  };
}
