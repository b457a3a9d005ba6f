import { catalogue as bimi } from './bimi/catalogue';
import { catalogue as check } from './check/catalogue';
import { catalogue as control } from './control/catalogue';
import { catalogue as dane } from './dane/catalogue';
import { catalogue as dkim } from './dkim/catalogue';
import { catalogue as dmarc } from './dmarc/catalogue';
import { catalogue as dns } from './dns/catalogue';
import { catalogue as dnssec } from './dnssec/catalogue';
import { catalogue as domain } from './domain/catalogue';
import { catalogue as hosts } from './hosts/catalogue';
import { catalogue as mtasts } from './mtasts/catalogue';
import { catalogue as mx } from './mx/catalogue';
import { catalogue as ns } from './ns/catalogue';
import { catalogue as ptr } from './ptr/catalogue';
import { catalogue as resolver } from './resolver/catalogue';
import { catalogue as smtp } from './smtp/catalogue';
import { catalogue as spf } from './spf/catalogue';
import { catalogue as tcp } from './tcp/catalogue';
import { catalogue as tls } from './tls/catalogue';
import { catalogue as tlsrpt } from './tlsrpt/catalogue';
import { catalogue as vantage } from './vantage/catalogue';
import { catalogue as zone } from './zone/catalogue';

/** Every finding there is. Codes are never renamed: links and scripts hold them. */
export const catalogue = {
  ...vantage,
  ...domain,
  ...mx,
  ...tcp,
  ...smtp,
  ...hosts,
  ...tls,
  ...control,
  ...dns,
  ...ns,
  ...zone,
  ...dnssec,
  ...dane,
  ...mtasts,
  ...tlsrpt,
  ...spf,
  ...dmarc,
  ...dkim,
  ...bimi,
  ...ptr,
  ...resolver,
  ...check,
};

export type FindingCode = keyof typeof catalogue;
