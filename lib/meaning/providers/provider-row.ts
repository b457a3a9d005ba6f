import type { Stage } from '@/lib/smtp/session';
import type { Category, Meaning } from '../schema';

/** What one provider, filter or MTA means by a reply. The pattern reads the whole reply with its codes. */
export interface ProviderRow {
  provider: string;
  pattern: RegExp;
  stage?: Stage;
  category: Category;
  /** In place of what the category has. */
  side?: Meaning['side'];
  whoActs?: Meaning['whoActs'];
  meaning?: string;
  fix?: string;
  ref: string;
  /** A reply in our own words that this row must explain. */
  example: string;
}
