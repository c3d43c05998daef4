export {
  infiniteQueryOptions,
  mutationOptions,
  queryOptions,
} from 'share-contracts/client/tanstack';
