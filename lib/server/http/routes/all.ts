import { defineRoute, type Route } from '../define-route';
import { openApi } from '../openapi';
import { otherJson } from '../output';
import {
  getReportRoute,
  listChecksRoute,
  startCheckRoute,
  stopCheckRoute,
  streamEventsRoute,
} from './checks';
import {
  getBounceRoute,
  getComplaintRoute,
  getMessageRoute,
  handOverBounceRoute,
  handOverComplaintRoute,
  readAgainRoute,
} from './mails';
import {
  batchCsvRoute,
  batchDifferencesRoute,
  batchTargetsRoute,
  changeBatchRoute,
  listBatchesRoute,
  readBatchRoute,
  removeBatchRoute,
  startBatchRoute,
  stopBatchRoute,
} from './batches';
import { lookUpAddressRoute } from './addresses';
import { historyCsvRoute } from './history';
import { listNotesRoute, searchRoute, writeNoteRoute } from './notes';
import {
  captureRoute,
  contactMailRoute,
  previewRoute,
  reportJsonRoute,
  reportMarkdownRoute,
  reportTextRoute,
} from './proofs';
import { removeBounceRoute, removeCheckRoute, removeComplaintRoute, removeDomainRoute } from './removals';
import { compareRoute } from './compare';
import { readMessageRoute } from './messages';
import { metricsRoute } from './metrics';
import { addReceiverRoute, changeReceiverRoute, listReceiversRoute, removeReceiverRoute } from './receivers';
import { askRetestRoute, getRetestRoute, stopRetestRoute } from './retests';
import { checkLinkRoutes, mailLinkRoutes } from './shares';
import { explainRoute, healthRoute } from './service';
import { verifyRoute } from './verify';
import {
  changeWatchRoute,
  endWatchRoute,
  listWatchesRoute,
  readWatchRoute,
  startWatchRoute,
} from './watches';

export const openApiRoute: Route = defineRoute({
  method: 'GET',
  path: '/api/openapi.json',
  summary: 'This document',
  input: {},
  output: otherJson('OpenAPI 3.1'),
  verb: () => Promise.resolve(openApi(API_ROUTES)),
});

/** The HTTP API. */
export const API_ROUTES: readonly Route[] = [
  startCheckRoute,
  listChecksRoute,
  getReportRoute,
  streamEventsRoute,
  stopCheckRoute,
  compareRoute,
  getRetestRoute,
  askRetestRoute,
  stopRetestRoute,
  ...Object.values(checkLinkRoutes),
  startBatchRoute,
  listBatchesRoute,
  readBatchRoute,
  batchTargetsRoute,
  batchDifferencesRoute,
  batchCsvRoute,
  changeBatchRoute,
  stopBatchRoute,
  removeBatchRoute,
  handOverBounceRoute,
  getBounceRoute,
  getMessageRoute,
  readAgainRoute,
  ...Object.values(mailLinkRoutes),
  handOverComplaintRoute,
  getComplaintRoute,
  removeCheckRoute,
  removeBounceRoute,
  removeComplaintRoute,
  removeDomainRoute,
  writeNoteRoute,
  listNotesRoute,
  searchRoute,
  listWatchesRoute,
  startWatchRoute,
  readWatchRoute,
  changeWatchRoute,
  endWatchRoute,
  listReceiversRoute,
  addReceiverRoute,
  changeReceiverRoute,
  removeReceiverRoute,
  explainRoute,
  verifyRoute,
  readMessageRoute,
  lookUpAddressRoute,
  healthRoute,
  openApiRoute,
];

/** All routes; those of proofs are linked by the page of a check, and no part of the API. */
export const ROUTES: readonly Route[] = [
  ...API_ROUTES,
  reportTextRoute,
  reportMarkdownRoute,
  reportJsonRoute,
  contactMailRoute,
  previewRoute,
  captureRoute,
  historyCsvRoute,
  metricsRoute,
];
