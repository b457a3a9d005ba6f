import { Meaning } from '@/lib/meaning/schema';
import { Explain, explain } from '../../verbs/explain';
import { Health, health } from '../../verbs/health';
import { defineRoute } from '../define-route';
import { jsonBody } from '../input';
import { named } from '../named';
import { json, NO_STORE } from '../output';

export const explainRoute = defineRoute({
  method: 'POST',
  path: '/api/explain',
  summary: 'What a reply means',
  input: { body: jsonBody(named('Explain', Explain)) },
  output: json(named('Meaning', Meaning), { description: 'Its meaning', headers: NO_STORE }),
  problems: ['too-many-explanations'],
  verb: explain,
});

export const healthRoute = defineRoute({
  method: 'GET',
  path: '/api/health',
  summary: 'Is it up, and can its database be written and read',
  input: {},
  output: json(named('Health', Health), { description: 'It is', headers: NO_STORE }),
  problems: ['database-unavailable'],
  verb: health,
});
