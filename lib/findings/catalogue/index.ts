import { delegation } from './delegation';
import { dns } from './dns';
import { dnssec } from './dnssec';
import { mx } from './mx';
import { mxSet } from './mx-set';
import { resolver } from './resolver';
import { reverse } from './reverse';
import { smtpAccepted } from './smtp-accepted';
import { smtpMeaning } from './smtp-meaning';
import { smtpRefused } from './smtp-refused';
import { tcp } from './tcp';
import { tls } from './tls';
import { zone } from './zone';

/** Every finding there is. Codes are never renamed: links and scripts hold them. */
export const catalogue = {
  ...dns,
  ...delegation,
  ...zone,
  ...dnssec,
  ...mx,
  ...mxSet,
  ...resolver,
  ...reverse,
  ...tcp,
  ...smtpRefused,
  ...smtpMeaning,
  ...smtpAccepted,
  ...tls,
};

export type FindingCode = keyof typeof catalogue;
