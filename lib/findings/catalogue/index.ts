import { controls } from './controls';
import { certificate } from './certificate';
import { delegation } from './delegation';
import { dns } from './dns';
import { dnssec } from './dnssec';
import { hosts } from './hosts';
import { identity } from './identity';
import { mx } from './mx';
import { mxSet } from './mx-set';
import { resolver } from './resolver';
import { nameServer } from './name-server';
import { reverse } from './reverse';
import { smtpAccepted } from './smtp-accepted';
import { smtpCutOff } from './smtp-cut-off';
import { smtpOdd } from './smtp-odd';
import { smtpRefused } from './smtp-refused';
import { smtpSlow } from './smtp-slow';
import { smtpUnexplained } from './smtp-unexplained';
import { soa } from './soa';
import { starttls } from './starttls';
import { tcp } from './tcp';
import { tls } from './tls';
import { zone } from './zone';

/** Every finding there is. Codes are never renamed: links and scripts hold them. */
export const catalogue = {
  ...dns,
  ...delegation,
  ...nameServer,
  ...zone,
  ...soa,
  ...dnssec,
  ...mx,
  ...mxSet,
  ...hosts,
  ...resolver,
  ...reverse,
  ...identity,
  ...tcp,
  ...smtpRefused,
  ...smtpUnexplained,
  ...smtpCutOff,
  ...smtpSlow,
  ...smtpOdd,
  ...smtpAccepted,
  ...tls,
  ...controls,
  ...certificate,
  ...starttls,
};

export type FindingCode = keyof typeof catalogue;
