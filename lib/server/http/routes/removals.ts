import { z } from 'zod';
import { removeCheck } from '../../verbs/remove-check';
import { removeDomain, RemovedDomain } from '../../verbs/remove-domain';
import { removeMail } from '../../verbs/remove-mail';
import { defineRoute, type Route } from '../define-route';
import { named } from '../named';
import { json, NO_STORE, nothing } from '../output';
import { LINK } from './links';

export const removeCheckRoute = defineRoute({
  method: 'DELETE',
  path: '/api/checks/{id}',
  summary: 'Remove a check for good, with everything that was kept of it',
  input: LINK,
  output: nothing('It is gone'),
  problems: ['check-not-found', 'check-under-way', 'database-unavailable'],
  verb: removeCheck,
});

function removeMailRoute(path: `/api/${string}`): Route {
  return defineRoute({
    method: 'DELETE',
    path,
    summary: 'Remove it for good, with the message; not by the id of the view without local parts',
    input: LINK,
    output: nothing('It is gone'),
    problems: ['report-not-found', 'database-unavailable'],
    verb: removeMail,
  });
}

export const removeBounceRoute = removeMailRoute('/api/bounces/{id}');

export const removeComplaintRoute = removeMailRoute('/api/feedback/{id}');

export const removeDomainRoute = defineRoute({
  method: 'DELETE',
  path: '/api/domains/{domain}',
  summary: 'Remove every check of a domain, in A-labels, and every mail about one of its recipients',
  input: { path: z.object({ domain: z.string() }) },
  output: json(named('RemovedDomain', RemovedDomain), {
    description: 'How many are gone',
    headers: NO_STORE,
  }),
  problems: ['database-unavailable'],
  verb: removeDomain,
});
