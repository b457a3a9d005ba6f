import { lookUpAddressRoute } from '@/lib/server/http/routes/addresses';

export const POST = lookUpAddressRoute.handler;
