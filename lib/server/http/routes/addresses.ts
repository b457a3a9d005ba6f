import { LookedUpAddress, LookUpAddress, lookUpAddress } from '../../verbs/address';
import { defineRoute } from '../define-route';
import { jsonBody } from '../input';
import { LINK_HEADERS } from '../link-headers';
import { named } from '../named';
import { json } from '../output';

export const lookUpAddressRoute = defineRoute({
  method: 'POST',
  path: '/api/addresses',
  summary: 'Look an address up: its reverse name, and which blocklists have it',
  description:
    'Lists are asked by our own walk, each for its test entries first, with at most 300 queries and for at most 40 s. A listing matters to mail that ' +
    'the address sends, and to none that it receives.',
  input: { body: jsonBody(named('LookUpAddress', LookUpAddress)) },
  output: json(named('AddressView', LookedUpAddress), {
    description: 'What lists and name servers say of it',
    headers: LINK_HEADERS,
  }),
  problems: ['too-many-verifications'],
  verb: lookUpAddress,
});
