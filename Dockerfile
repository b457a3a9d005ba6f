# The archive of `npm run release`, on Node 24. One process, one database file: mount a volume at /data.
ARG NODE=24.22.3

FROM node:${NODE}-bookworm AS build
WORKDIR /mxproof
COPY . .
# The time of everything in the archive, in seconds; a checkout has it of its commit.
ARG SOURCE_DATE_EPOCH=0
# Where it stands at its host, such as /mxproof, is part of the build.
ARG MXPROOF_BASE_PATH=
RUN npm ci --no-audit --no-fund
RUN node scripts/release.mjs --this-node --out /out
RUN mkdir /unpacked && tar -xzf /out/*.tar.gz -C /unpacked --strip-components=1

FROM node:${NODE}-bookworm-slim
# What installs packages has no place where nothing is installed.
RUN rm -rf /usr/local/lib/node_modules /usr/local/bin/npm /usr/local/bin/npx /usr/local/bin/corepack /opt/yarn*
COPY --from=build /unpacked /mxproof
RUN mkdir -m 700 /data && chown node:node /data
WORKDIR /mxproof
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 DATABASE_URL=file:/data/mxproof.db
USER node
VOLUME /data
EXPOSE 3000
HEALTHCHECK --interval=30s --timeout=10s --start-period=20s \
    CMD ["node", "bin/mxproof.mjs", "health"]
STOPSIGNAL SIGTERM
ENTRYPOINT ["node", "bin/mxproof.mjs"]
CMD ["start"]
