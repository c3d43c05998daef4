# The mock server: `docker build -t share-contracts .`, then `docker run --rm -p 4010:4010 share-contracts`.
# Give it contracts with `-v "$PWD:/contracts:ro"`; without any it serves those that ship with the package.

# As in package.json, where tests compare it.
ARG NODE=24.21.0-bookworm-slim

FROM node:${NODE} AS build
WORKDIR /build
COPY package.json package-lock.json .npmrc ./
# What is installed of them runs no scripts of its own.
RUN npm ci --ignore-scripts --no-audit --no-fund
COPY . .
# Makes lib/, and the manifest of the package in the place of that of the repository.
RUN node packaging/prepack.ts

FROM node:${NODE} AS packages
WORKDIR /packages
COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev --ignore-scripts --no-audit --no-fund

FROM node:${NODE}
ENV NODE_ENV=production
WORKDIR /app
COPY --from=packages /packages/node_modules node_modules
COPY --from=build /build/package.json /build/LICENSE ./
COPY --from=build /build/lib lib
# Where contracts are mounted, and a redocly.yaml is looked for.
WORKDIR /contracts
# A number, so that Kubernetes sees that it is not root. Nothing is written but a file of --state.
USER 10001:10001
EXPOSE 4010
HEALTHCHECK --interval=10s --timeout=5s --start-period=20s --retries=3 \
  CMD ["node", "-e", "fetch('http://127.0.0.1:4010/_mock/health/ready').then(({ status }) => process.exit(status === 204 ? 0 : 1), () => process.exit(1))"]
# The options of `npm start`. Node gets signals itself, and finishes requests on the first one.
ENTRYPOINT ["node", "--max-semi-space-size=8", "--no-parallel-scavenge", "/app/lib/src/cli/start.js"]
CMD ["mock", "--host", "0.0.0.0"]
