import { z } from 'zod';
import { showTimeOfDay } from '@/lib/show/moment';
import { ReceiverWay } from '@/lib/watch/watch';
import { NewReceiver, ReceiverChange } from '../../verbs/receiver-input';
import {
  addReceiver,
  changeReceiver,
  type KeptReceiver,
  listReceivers,
  removeReceiver,
  type ShownReceiver,
} from '../../verbs/receivers';
import { defineRoute } from '../define-route';
import { jsonBody } from '../input';
import { named } from '../named';
import { json, NO_STORE, nothing, told } from '../output';
import { LINK } from './links';

const ReceiverDocument = z.object({
  id: z.string(),
  name: z.string(),
  way: ReceiverWay,
  address: z
    .string()
    .nullable()
    .describe('without passwords, tokens and keys; null for those who are no admin'),
  quiet: z.object({ from: z.string(), to: z.string(), timeZone: z.string() }).nullable(),
  createdAt: z.iso.datetime(),
  createdBy: z.string().nullable(),
});

const Receivers = named('Receivers', z.object({ items: z.array(ReceiverDocument) }));
const Kept = named(
  'KeptReceiver',
  ReceiverDocument.extend({
    secret: z
      .string()
      .nullable()
      .describe('with what a new webhook checks signatures; not told again, null for every other receiver'),
  }),
);

export const listReceiversRoute = defineRoute({
  method: 'GET',
  path: '/api/receivers',
  summary: 'Whom watches can tell, by name',
  input: {},
  output: told(
    ({ receivers }: { receivers: ShownReceiver[] }) => ({ items: receivers.map(receiverDocument) }),
    json(Receivers, { description: 'All of them', headers: NO_STORE }),
  ),
  verb: listReceivers,
});

export const addReceiverRoute = defineRoute({
  method: 'POST',
  path: '/api/receivers',
  summary: 'Add somebody, or a program, whom watches can tell',
  input: { body: jsonBody(named('NewReceiver', NewReceiver)) },
  output: told(keptDocument, json(Kept, { status: 201, description: 'Added', headers: NO_STORE })),
  problems: ['database-unavailable'],
  verb: addReceiver,
});

export const changeReceiverRoute = defineRoute({
  method: 'PATCH',
  path: '/api/receivers/{id}',
  summary: 'Change a receiver; what is not given stays',
  input: { ...LINK, body: jsonBody(named('ReceiverChange', ReceiverChange)) },
  output: told(keptDocument, json(Kept, { description: 'As it is from now on', headers: NO_STORE })),
  problems: ['receiver-not-found', 'database-unavailable'],
  verb: changeReceiver,
});

export const removeReceiverRoute = defineRoute({
  method: 'DELETE',
  path: '/api/receivers/{id}',
  summary: 'Remove a receiver, with what is on its way to it',
  input: LINK,
  output: nothing('It is told nothing any more'),
  problems: ['receiver-not-found', 'database-unavailable'],
  verb: removeReceiver,
});

function keptDocument({ receiver, secret }: KeptReceiver): z.infer<typeof Kept.schema> {
  return { ...receiverDocument(receiver), secret };
}

function receiverDocument(receiver: ShownReceiver): z.infer<typeof ReceiverDocument> {
  const { id, name, way, shownAddress, quiet, createdAt, createdBy } = receiver;
  const hours = quiet && { from: showTimeOfDay(quiet.from), to: showTimeOfDay(quiet.to) };
  return {
    id,
    name,
    way,
    address: shownAddress,
    quiet: quiet && hours && { ...hours, timeZone: quiet.timeZone },
    createdAt: createdAt.toISOString(),
    createdBy,
  };
}
