import { ownLink } from '@/lib/own-link';
import { verify, VerifiedReport, type ArrivingReport } from '../../verbs/verify';
import { defineRoute } from '../define-route';
import type { RequestBody } from '../input';
import { LINK_HEADERS } from '../link-headers';
import { named } from '../named';
import { json } from '../output';
import { readHandOver, REPORTS } from '../read-hand-over';

/** The file `report.json` of a check, or the form of the page with it. */
const REPORT_FILE: RequestBody<ArrivingReport> = {
  content: { 'application/json': null },
  problems: ['request-invalid', 'not-a-report', 'too-large', 'too-slow', 'too-many-reports'],
  read: (request) => Promise.resolve({ arrive: (share) => readHandOver(request, share, REPORTS) }),
};

export const verifyRoute = defineRoute({
  method: 'POST',
  path: '/api/verify',
  summary: 'Verify a report.json of this or another installation, up to 28 MB; it is not kept',
  description:
    'A digest shows that the evidence is what the digest was made of, not who made it: `own` says whether this installation has the same.',
  input: { body: REPORT_FILE },
  output: json(named('VerifiedReport', VerifiedReport), {
    description: 'What it proves',
    headers: LINK_HEADERS,
  }),
  form: {
    done: ({ url }) => url,
    refused: ({ code, fields }) =>
      ownLink(`/verify?problem=${typeof fields['reason'] === 'string' ? fields['reason'] : code}`),
  },
  problems: ['too-many-verifications'],
  verb: verify,
});
