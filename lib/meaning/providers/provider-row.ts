import type { Stage } from '@/lib/smtp/session';
import type { Category, Meaning } from '../schema';

/** What one provider, filter or MTA means by a reply. The pattern reads the whole reply with its codes. */
export interface ProviderRow {
  provider: string;
  pattern: RegExp;
  stages?: readonly Stage[];
  /** The pattern is a code that others use as well: only said by the provider itself it means this. */
  needsSign?: true;
  category: Category;
  /** In place of what the category has. */
  side?: Meaning['side'];
  whoActs?: Meaning['whoActs'];
  /** In place of the words of the category. */
  meaning?: string;
  fix?: string;
  /** A page of the provider, `heard from …`, or `from memory`. */
  ref: string;
  /** A reply in our own words that this row must explain. */
  example: string;
}
