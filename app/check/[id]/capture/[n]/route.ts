import { captureRoute } from '@/lib/server/http/routes/proofs';

export const GET = captureRoute.handler;
