import { MailKind } from '@/lib/notice/notice';
import type { MailListQuery } from '@/lib/store/mail-store';
import { query } from './verb';

interface MailQuery extends Omit<MailListQuery, 'kinds'> {
  what: 'notices' | 'complaints';
}

/** Notices about deliveries, and what turned out to be none; complaints are listed apart. */
const NOTICES = MailKind.options.filter((kind) => kind !== 'feedback');

/** Lately handed over: complaints, or everything else. */
export const listMails = query('list', (_, { what, ...query }: MailQuery, { store }) =>
  store.listMails({ ...query, kinds: what === 'complaints' ? ['feedback'] : NOTICES }),
);
