import { measure } from '../../verbs/measure';
import { defineRoute } from '../define-route';
import { EXPOSITION_TYPE, meters } from '../metrics';
import { file, NO_STORE } from '../output';

/** For Prometheus; no part of the API. */
export const metricsRoute = defineRoute({
  method: 'GET',
  path: '/metrics',
  summary: 'What is measured',
  input: {},
  output: file({
    description: 'The text form of Prometheus',
    type: EXPOSITION_TYPE,
    headers: NO_STORE,
    body: (exposition: string) => exposition,
  }),
  problems: ['not-permitted'],
  verb: async (caller, asked, services) => meters().exposition(await measure(caller, asked, services)),
});
