import { AUTH_FAILED } from './rows/auth-failed';
import { AUTH_REQUIRED } from './rows/auth-required';
import { BLOCKED } from './rows/blocked';
import { BUSY } from './rows/busy';
import { CONTENT_FORMAT } from './rows/content-format';
import { DOMAIN_UNKNOWN } from './rows/domain-unknown';
import { EXPIRED } from './rows/expired';
import { GREYLISTED } from './rows/greylisted';
import { LIST_TROUBLE } from './rows/list-trouble';
import { LOOP } from './rows/loop';
import { MAILBOX_DISABLED } from './rows/mailbox-disabled';
import { MAILBOX_FULL } from './rows/mailbox-full';
import { MAILBOX_UNKNOWN } from './rows/mailbox-unknown';
import { MAILING_LIST } from './rows/mailing-list';
import { MESSAGE_TOO_LARGE } from './rows/message-too-large';
import { MOVED } from './rows/moved';
import { NETWORK_ERROR } from './rows/network-error';
import { NOT_ACCEPTING_MAIL } from './rows/not-accepting-mail';
import { POLICY } from './rows/policy';
import { PROTOCOL_ERROR } from './rows/protocol-error';
import { RATE_LIMITED } from './rows/rate-limited';
import { RELAY_DENIED } from './rows/relay-denied';
import { SENDER_IDENTITY } from './rows/sender-identity';
import { SENDER_REJECTED } from './rows/sender-rejected';
import { SPAM_CONTENT } from './rows/spam-content';
import { SYSTEM_ERROR } from './rows/system-error';
import { TLS_REQUIRED } from './rows/tls-required';
import { VIRUS } from './rows/virus';
import { CHINESE } from './rows/languages/chinese';
import { CZECH } from './rows/languages/czech';
import { DUTCH } from './rows/languages/dutch';
import { FRENCH } from './rows/languages/french';
import { GERMAN } from './rows/languages/german';
import { ITALIAN } from './rows/languages/italian';
import { JAPANESE } from './rows/languages/japanese';
import { KOREAN } from './rows/languages/korean';
import { POLISH } from './rows/languages/polish';
import { PORTUGUESE } from './rows/languages/portuguese';
import { RUSSIAN } from './rows/languages/russian';
import { SPANISH } from './rows/languages/spanish';
import { TURKISH } from './rows/languages/turkish';
import { FILTER_ROWS } from './rows/providers/filters';
import { MAILBOX_ROWS } from './rows/providers/mailboxes';
import { SOFTWARE_ROWS } from './rows/providers/software';
import { CODE_ROWS } from './rows/reply-codes';
import { STATUS_ROWS } from './rows/status-codes';
import type { Row } from './row';

/** All that decides. The order is that of `RANKS`; in one rank, that of this list. */
export const ROWS: readonly Row[] = [
  ...CODE_ROWS,
  ...LIST_TROUBLE,
  ...MAILBOX_ROWS,
  ...FILTER_ROWS,
  ...SOFTWARE_ROWS,
  ...STATUS_ROWS,
  ...AUTH_FAILED,
  ...AUTH_REQUIRED,
  ...BLOCKED,
  ...BUSY,
  ...CONTENT_FORMAT,
  ...DOMAIN_UNKNOWN,
  ...EXPIRED,
  ...GREYLISTED,
  ...LOOP,
  ...MAILBOX_DISABLED,
  ...MAILBOX_FULL,
  ...MAILBOX_UNKNOWN,
  ...MAILING_LIST,
  ...MESSAGE_TOO_LARGE,
  ...MOVED,
  ...NETWORK_ERROR,
  ...NOT_ACCEPTING_MAIL,
  ...POLICY,
  ...PROTOCOL_ERROR,
  ...RATE_LIMITED,
  ...RELAY_DENIED,
  ...SENDER_IDENTITY,
  ...SENDER_REJECTED,
  ...SPAM_CONTENT,
  ...SYSTEM_ERROR,
  ...TLS_REQUIRED,
  ...VIRUS,
  ...GERMAN,
  ...FRENCH,
  ...SPANISH,
  ...ITALIAN,
  ...PORTUGUESE,
  ...DUTCH,
  ...POLISH,
  ...CZECH,
  ...RUSSIAN,
  ...TURKISH,
  ...JAPANESE,
  ...CHINESE,
  ...KOREAN,
];
