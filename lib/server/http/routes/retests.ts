import { Retest } from '@/lib/report/retest';
import { askRetest } from '../../verbs/ask-retest';
import { getRetest } from '../../verbs/get-retest';
import { stopRetest } from '../../verbs/stop-retest';
import { defineRoute } from '../define-route';
import { named } from '../named';
import { json, NO_STORE } from '../output';
import { LINK } from './links';

const RETEST = named('Retest', Retest.nullable());

export const getRetestRoute = defineRoute({
  method: 'GET',
  path: '/api/checks/{id}/retest',
  summary: 'How a check is repeated by itself; null when it is not',
  input: LINK,
  output: json(RETEST, { description: 'Its tries and its plan', headers: NO_STORE }),
  problems: ['check-not-found'],
  verb: getRetest,
});

export const askRetestRoute = defineRoute({
  method: 'POST',
  path: '/api/checks/{id}/retest',
  summary: 'Repeat a check with a temporary result by itself; a message is not sent again',
  input: LINK,
  output: json(RETEST, { status: 202, description: 'Planned', headers: NO_STORE }),
  problems: ['check-not-found', 'retest-not-possible'],
  verb: askRetest,
});

export const stopRetestRoute = defineRoute({
  method: 'POST',
  path: '/api/checks/{id}/retest/stop',
  summary: 'Take back what is planned; what was seen stays',
  input: LINK,
  output: json(RETEST, { description: 'As it stands', headers: NO_STORE }),
  problems: ['check-not-found'],
  verb: stopRetest,
});
