import { dns } from './dns';
import { mx } from './mx';
import { smtpAccepted } from './smtp-accepted';
import { smtpRefused } from './smtp-refused';
import { tcp } from './tcp';
import { tls } from './tls';

/** Every finding there is. Codes are never renamed: links and scripts hold them. */
export const catalogue = { ...dns, ...mx, ...tcp, ...smtpRefused, ...smtpAccepted, ...tls };

export type FindingCode = keyof typeof catalogue;
