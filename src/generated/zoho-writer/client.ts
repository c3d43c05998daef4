// Generated from openapi/zoho-writer/openapi.yaml by `share-contracts generate`. Do not edit.

import {
    type Client,
    type ClientOptions,
    createClient as createClientOf,
} from 'share-contracts/client';
import type { paths } from './types.js';

/** Method and path of each operation, by the name of the method that calls it. */
export const operationRoutes = {
    /**
     * Get shared details of a document (JSON)
     *
     * Returns the users that one of the caller's documents is shared with, and their access. Page says that
     * the method may return general errors, of which 1404 is the likely one.
     *
     * Schema document that the page points to: `http://export.writer.zoho.com/schema/restapi/share.xsd`. The
     * page of the method that shares a document names the same one, although its answer has another shape.
     */
    getShareDetailsJson: ['get', '/api/private/json/share/{documentID}'],
    /**
     * Get shared details of a document (XML)
     *
     * Returns the users that one of the caller's documents is shared with, and their access. Page says that
     * the method may return general errors, of which 1404 is the likely one.
     *
     * Schema document that the page points to: `http://export.writer.zoho.com/schema/restapi/share.xsd`. The
     * page of the method that shares a document names the same one, although its answer has another shape.
     */
    getShareDetailsXml: ['get', '/api/private/xml/share/{documentID}'],
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
    shareDocumentJson: ['post', '/api/private/json/shareDocument/{documentID}', { body: 'application/x-www-form-urlencoded' }],
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
    shareDocumentXml: ['post', '/api/private/xml/shareDocument/{documentID}', { body: 'application/x-www-form-urlencoded' }],
    /**
     * Cancel private sharing of a document (JSON)
     *
     * Removes one user from the sharing of a document. Page says that the method may return general errors, of
     * which 1404 may be one.
     *
     * Schema document that the page points to: `http://export.writer.zoho.com/schema/restapi/save.xsd`.
     */
    cancelSharingJson: ['post', '/api/private/json/cancelsharing/{documentID}', { body: 'application/x-www-form-urlencoded' }],
    /**
     * Cancel private sharing of a document (XML)
     *
     * Removes one user from the sharing of a document. Page says that the method may return general errors, of
     * which 1404 may be one.
     *
     * Schema document that the page points to: `http://export.writer.zoho.com/schema/restapi/save.xsd`.
     */
    cancelSharingXml: ['post', '/api/private/xml/cancelsharing/{documentID}', { body: 'application/x-www-form-urlencoded' }],
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
    listIncomingDocumentsJson: ['get', '/api/private/json/incomingdocuments'],
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
    listIncomingDocumentsXml: ['get', '/api/private/xml/incomingdocuments'],
    /**
     * Get count of documents shared to me (JSON)
     *
     * Returns how many documents other users shared with the caller. Page says that the method may return
     * general and input errors.
     *
     * Schema document that the page points to: `http://writer.zoho.com/schema/restapi/count.xsd`, on another host
     * than those of all other pages.
     */
    countIncomingDocumentsJson: ['get', '/api/private/json/incomingdocuments/count'],
    /**
     * Get count of documents shared to me (XML)
     *
     * Returns how many documents other users shared with the caller. Page says that the method may return
     * general and input errors.
     *
     * Schema document that the page points to: `http://writer.zoho.com/schema/restapi/count.xsd`, on another host
     * than those of all other pages.
     */
    countIncomingDocumentsXml: ['get', '/api/private/xml/incomingdocuments/count'],
    /**
     * List public documents (JSON)
     *
     * Lists documents that the caller made public. Neither the order nor the number of items without `limit` is
     * stated, and no total comes with the answer.
     *
     * Schema document that the page points to:
     * `http://export.writer.zoho.com/schema/restapi/publicdocuments.xsd`.
     */
    listPublicDocumentsJson: ['get', '/api/private/json/publicdocuments'],
    /**
     * List public documents (XML)
     *
     * Lists documents that the caller made public. Neither the order nor the number of items without `limit` is
     * stated, and no total comes with the answer.
     *
     * Schema document that the page points to:
     * `http://export.writer.zoho.com/schema/restapi/publicdocuments.xsd`.
     */
    listPublicDocumentsXml: ['get', '/api/private/xml/publicdocuments'],
    /**
     * Remove public sharing access from a document (JSON)
     *
     * Withdraws public access from a document. Sample form of the page is that of the make-public method, with
     * its two comment fields and its button `makePublic`; the fields make no sense here and are most likely
     * ignored.
     *
     * Schema document that the page points to: `http://export.writer.zoho.com/schema/restapi/save.xsd`.
     */
    removePublicJson: ['post', '/api/private/json/removePublic/{documentID}', { body: 'application/x-www-form-urlencoded' }],
    /**
     * Remove public sharing access from a document (XML)
     *
     * Withdraws public access from a document. Sample form of the page is that of the make-public method, with
     * its two comment fields and its button `makePublic`; the fields make no sense here and are most likely
     * ignored.
     *
     * Schema document that the page points to: `http://export.writer.zoho.com/schema/restapi/save.xsd`.
     */
    removePublicXml: ['post', '/api/private/xml/removePublic/{documentID}', { body: 'application/x-www-form-urlencoded' }],
    /**
     * Make a document public (JSON, inferred)
     *
     * Opens a document to everybody. No page of this method was found: the path follows the sample form of the
     * remove-public page, whose button is called `makePublic`, and the `makepublic` of sister APIs. The letter
     * case of the path segment is uncertain.
     */
    makePublicJson: ['post', '/api/private/json/makePublic/{documentID}', { body: 'application/x-www-form-urlencoded' }],
    /**
     * Make a document public (XML, inferred)
     *
     * Opens a document to everybody. No page of this method was found: the path follows the sample form of the
     * remove-public page, whose button is called `makePublic`, and the `makepublic` of sister APIs. The letter
     * case of the path segment is uncertain.
     */
    makePublicXml: ['post', '/api/private/xml/makePublic/{documentID}', { body: 'application/x-www-form-urlencoded' }],
    /**
     * Get meta data of a document (JSON)
     *
     * Returns the metadata of a document; `shared_users` shows its sharing state. JSON sample of the page is
     * known only up to its `result`.
     *
     * Schema document that the page points to: `documents.xsd`.
     */
    getDocumentInfoJson: ['get', '/api/private/json/info/{documentID}'],
    /**
     * Get meta data of a document (XML)
     *
     * Returns the metadata of a document; `shared_users` shows its sharing state. JSON sample of the page is
     * known only up to its `result`.
     *
     * Schema document that the page points to: `documents.xsd`.
     */
    getDocumentInfoXml: ['get', '/api/private/xml/info/{documentID}'],
} as const;

/** Typed client of Zoho Writer document sharing. */
export type ApiClient = Client<paths, typeof operationRoutes>;

/**
 * Creates a typed client of Zoho Writer document sharing.
 *
 * Servers of the contract: `https://export.writer.zoho.com`, `http://export.writer.zoho.com`.
 */
export function createClient(options: ClientOptions): ApiClient {
    return createClientOf<paths, typeof operationRoutes>(operationRoutes, options);
}
