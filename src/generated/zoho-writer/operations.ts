// Generated from openapi/zoho-writer/openapi.yaml by `share-contracts generate`. Do not edit.

import {
    byOffset,
    operation,
    withPages,
    writeForm,
} from 'share-contracts/client';
import type { paths } from './types.js';

/**
 * Get shared details of a document (JSON)
 *
 * Returns the users that one of the caller's documents is shared with, and their access. Page says that
 * the method may return general errors, of which 1404 is the likely one.
 *
 * Schema document that the page points to: `http://export.writer.zoho.com/schema/restapi/share.xsd`. The
 * page of the method that shares a document names the same one, although its answer has another shape.
 */
export const getShareDetailsJson = /* @__PURE__ */ operation<paths['/api/private/json/share/{documentID}']['get']>({
    name: 'getShareDetailsJson',
    method: 'get',
    path: '/api/private/json/share/{documentID}',
    answers: { 200: 'json', 400: 'json', 401: 'json', 404: 'json' },
});

/**
 * Get shared details of a document (XML)
 *
 * Returns the users that one of the caller's documents is shared with, and their access. Page says that
 * the method may return general errors, of which 1404 is the likely one.
 *
 * Schema document that the page points to: `http://export.writer.zoho.com/schema/restapi/share.xsd`. The
 * page of the method that shares a document names the same one, although its answer has another shape.
 */
export const getShareDetailsXml = /* @__PURE__ */ operation<paths['/api/private/xml/share/{documentID}']['get']>({
    name: 'getShareDetailsXml',
    method: 'get',
    path: '/api/private/xml/share/{documentID}',
    answers: { 200: 'text', 400: 'text', 401: 'text', 404: 'text' },
});

/**
 * Share a document with users (JSON)
 *
 * Shares a document with one or more users, all with the same access, and returns the users it is now
 * shared with. Page calls the method `shareDocuement` once, a typing error; its request address has
 * `shareDocument`.
 *
 * Schema document that the page points to: `http://export.writer.zoho.com/schema/restapi/share.xsd`, which
 * serves the sharing details too, although their answer has another shape.
 */
export const shareDocumentJson = /* @__PURE__ */ operation<paths['/api/private/json/shareDocument/{documentID}']['post']>({
    name: 'shareDocumentJson',
    method: 'post',
    path: '/api/private/json/shareDocument/{documentID}',
    body: { type: 'application/x-www-form-urlencoded', write: writeForm },
    answers: { 200: 'json', 400: 'json', 401: 'json', 404: 'json' },
});

/**
 * Share a document with users (XML)
 *
 * Shares a document with one or more users, all with the same access, and returns the users it is now
 * shared with. Page calls the method `shareDocuement` once, a typing error; its request address has
 * `shareDocument`.
 *
 * Schema document that the page points to: `http://export.writer.zoho.com/schema/restapi/share.xsd`, which
 * serves the sharing details too, although their answer has another shape.
 */
export const shareDocumentXml = /* @__PURE__ */ operation<paths['/api/private/xml/shareDocument/{documentID}']['post']>({
    name: 'shareDocumentXml',
    method: 'post',
    path: '/api/private/xml/shareDocument/{documentID}',
    body: { type: 'application/x-www-form-urlencoded', write: writeForm },
    answers: { 200: 'text', 400: 'text', 401: 'text', 404: 'text' },
});

/**
 * Cancel private sharing of a document (JSON)
 *
 * Removes one user from the sharing of a document. Page says that the method may return general errors, of
 * which 1404 may be one.
 *
 * Schema document that the page points to: `http://export.writer.zoho.com/schema/restapi/save.xsd`.
 */
export const cancelSharingJson = /* @__PURE__ */ operation<paths['/api/private/json/cancelsharing/{documentID}']['post']>({
    name: 'cancelSharingJson',
    method: 'post',
    path: '/api/private/json/cancelsharing/{documentID}',
    body: { type: 'application/x-www-form-urlencoded', write: writeForm },
    answers: { 200: 'json', 400: 'json', 401: 'json', 404: 'json' },
});

/**
 * Cancel private sharing of a document (XML)
 *
 * Removes one user from the sharing of a document. Page says that the method may return general errors, of
 * which 1404 may be one.
 *
 * Schema document that the page points to: `http://export.writer.zoho.com/schema/restapi/save.xsd`.
 */
export const cancelSharingXml = /* @__PURE__ */ operation<paths['/api/private/xml/cancelsharing/{documentID}']['post']>({
    name: 'cancelSharingXml',
    method: 'post',
    path: '/api/private/xml/cancelsharing/{documentID}',
    body: { type: 'application/x-www-form-urlencoded', write: writeForm },
    answers: { 200: 'text', 400: 'text', 401: 'text', 404: 'text' },
});

/**
 * List documents shared to me (JSON)
 *
 * Lists documents that other users shared with the caller. Neither the order nor the number of items
 * without `limit` is stated, and no total comes with the answer.
 *
 * Schema document that the page points to:
 * `http://export.writer.zoho.com/schema/restapi/incomingdocuments.xsd`. A client reads this list by POST with
 * the credentials as form fields; a sister API takes both methods for reads.
 */
export const listIncomingDocumentsJson = /* @__PURE__ */ withPages(/* @__PURE__ */ operation<paths['/api/private/json/incomingdocuments']['get']>({
    name: 'listIncomingDocumentsJson',
    method: 'get',
    path: '/api/private/json/incomingdocuments',
    answers: { 200: 'json', 400: 'json', 401: 'json' },
}), { by: byOffset, items: ['response', 'result', 'incomingdocuments', 'document'], parameter: 'start-from', size: 'limit', first: 1, past: { status: 400, member: ['response', 'error', 'code'], value: '1416' } });

/**
 * List documents shared to me (XML)
 *
 * Lists documents that other users shared with the caller. Neither the order nor the number of items
 * without `limit` is stated, and no total comes with the answer.
 *
 * Schema document that the page points to:
 * `http://export.writer.zoho.com/schema/restapi/incomingdocuments.xsd`. A client reads this list by POST with
 * the credentials as form fields; a sister API takes both methods for reads.
 */
export const listIncomingDocumentsXml = /* @__PURE__ */ operation<paths['/api/private/xml/incomingdocuments']['get']>({
    name: 'listIncomingDocumentsXml',
    method: 'get',
    path: '/api/private/xml/incomingdocuments',
    answers: { 200: 'text', 400: 'text', 401: 'text' },
});

/**
 * Get count of documents shared to me (JSON)
 *
 * Returns how many documents other users shared with the caller. Page says that the method may return
 * general and input errors.
 *
 * Schema document that the page points to: `http://writer.zoho.com/schema/restapi/count.xsd`, on another host
 * than those of all other pages.
 */
export const countIncomingDocumentsJson = /* @__PURE__ */ operation<paths['/api/private/json/incomingdocuments/count']['get']>({
    name: 'countIncomingDocumentsJson',
    method: 'get',
    path: '/api/private/json/incomingdocuments/count',
    answers: { 200: 'json', 400: 'json', 401: 'json' },
});

/**
 * Get count of documents shared to me (XML)
 *
 * Returns how many documents other users shared with the caller. Page says that the method may return
 * general and input errors.
 *
 * Schema document that the page points to: `http://writer.zoho.com/schema/restapi/count.xsd`, on another host
 * than those of all other pages.
 */
export const countIncomingDocumentsXml = /* @__PURE__ */ operation<paths['/api/private/xml/incomingdocuments/count']['get']>({
    name: 'countIncomingDocumentsXml',
    method: 'get',
    path: '/api/private/xml/incomingdocuments/count',
    answers: { 200: 'text', 400: 'text', 401: 'text' },
});

/**
 * List public documents (JSON)
 *
 * Lists documents that the caller made public. Neither the order nor the number of items without `limit` is
 * stated, and no total comes with the answer.
 *
 * Schema document that the page points to:
 * `http://export.writer.zoho.com/schema/restapi/publicdocuments.xsd`.
 */
export const listPublicDocumentsJson = /* @__PURE__ */ withPages(/* @__PURE__ */ operation<paths['/api/private/json/publicdocuments']['get']>({
    name: 'listPublicDocumentsJson',
    method: 'get',
    path: '/api/private/json/publicdocuments',
    answers: { 200: 'json', 400: 'json', 401: 'json' },
}), { by: byOffset, items: ['response', 'result', 'publicdocuments', 'document'], parameter: 'start-from', size: 'limit', first: 1, past: { status: 400, member: ['response', 'error', 'code'], value: '1416' } });

/**
 * List public documents (XML)
 *
 * Lists documents that the caller made public. Neither the order nor the number of items without `limit` is
 * stated, and no total comes with the answer.
 *
 * Schema document that the page points to:
 * `http://export.writer.zoho.com/schema/restapi/publicdocuments.xsd`.
 */
export const listPublicDocumentsXml = /* @__PURE__ */ operation<paths['/api/private/xml/publicdocuments']['get']>({
    name: 'listPublicDocumentsXml',
    method: 'get',
    path: '/api/private/xml/publicdocuments',
    answers: { 200: 'text', 400: 'text', 401: 'text' },
});

/**
 * Remove public sharing access from a document (JSON)
 *
 * Withdraws public access from a document. Sample form of the page is that of the make-public method, with
 * its two comment fields and its button `makePublic`; the fields make no sense here and are most likely
 * ignored.
 *
 * Schema document that the page points to: `http://export.writer.zoho.com/schema/restapi/save.xsd`.
 */
export const removePublicJson = /* @__PURE__ */ operation<paths['/api/private/json/removePublic/{documentID}']['post']>({
    name: 'removePublicJson',
    method: 'post',
    path: '/api/private/json/removePublic/{documentID}',
    body: { type: 'application/x-www-form-urlencoded', write: writeForm },
    answers: { 200: 'json', 400: 'json', 401: 'json', 404: 'json' },
});

/**
 * Remove public sharing access from a document (XML)
 *
 * Withdraws public access from a document. Sample form of the page is that of the make-public method, with
 * its two comment fields and its button `makePublic`; the fields make no sense here and are most likely
 * ignored.
 *
 * Schema document that the page points to: `http://export.writer.zoho.com/schema/restapi/save.xsd`.
 */
export const removePublicXml = /* @__PURE__ */ operation<paths['/api/private/xml/removePublic/{documentID}']['post']>({
    name: 'removePublicXml',
    method: 'post',
    path: '/api/private/xml/removePublic/{documentID}',
    body: { type: 'application/x-www-form-urlencoded', write: writeForm },
    answers: { 200: 'text', 400: 'text', 401: 'text', 404: 'text' },
});

/**
 * Make a document public (JSON, inferred)
 *
 * Opens a document to everybody. No page of this method was found: the path follows the sample form of the
 * remove-public page, whose button is called `makePublic`, and the `makepublic` of sister APIs. The letter
 * case of the path segment is uncertain.
 */
export const makePublicJson = /* @__PURE__ */ operation<paths['/api/private/json/makePublic/{documentID}']['post']>({
    name: 'makePublicJson',
    method: 'post',
    path: '/api/private/json/makePublic/{documentID}',
    body: { type: 'application/x-www-form-urlencoded', write: writeForm },
    answers: { 200: 'json', 400: 'json', 401: 'json', 404: 'json' },
});

/**
 * Make a document public (XML, inferred)
 *
 * Opens a document to everybody. No page of this method was found: the path follows the sample form of the
 * remove-public page, whose button is called `makePublic`, and the `makepublic` of sister APIs. The letter
 * case of the path segment is uncertain.
 */
export const makePublicXml = /* @__PURE__ */ operation<paths['/api/private/xml/makePublic/{documentID}']['post']>({
    name: 'makePublicXml',
    method: 'post',
    path: '/api/private/xml/makePublic/{documentID}',
    body: { type: 'application/x-www-form-urlencoded', write: writeForm },
    answers: { 200: 'text', 400: 'text', 401: 'text', 404: 'text' },
});

/**
 * Get meta data of a document (JSON)
 *
 * Returns the metadata of a document; `shared_users` shows its sharing state. JSON sample of the page is
 * known only up to its `result`.
 *
 * Schema document that the page points to: `documents.xsd`.
 */
export const getDocumentInfoJson = /* @__PURE__ */ operation<paths['/api/private/json/info/{documentID}']['get']>({
    name: 'getDocumentInfoJson',
    method: 'get',
    path: '/api/private/json/info/{documentID}',
    answers: { 200: 'json', 400: 'json', 401: 'json', 404: 'json' },
});

/**
 * Get meta data of a document (XML)
 *
 * Returns the metadata of a document; `shared_users` shows its sharing state. JSON sample of the page is
 * known only up to its `result`.
 *
 * Schema document that the page points to: `documents.xsd`.
 */
export const getDocumentInfoXml = /* @__PURE__ */ operation<paths['/api/private/xml/info/{documentID}']['get']>({
    name: 'getDocumentInfoXml',
    method: 'get',
    path: '/api/private/xml/info/{documentID}',
    answers: { 200: 'text', 400: 'text', 401: 'text', 404: 'text' },
});
