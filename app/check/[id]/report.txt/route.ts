import { reportTextRoute } from '@/lib/server/http/routes/proofs';

export const GET = reportTextRoute.handler;
