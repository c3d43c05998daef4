// Generated from openapi/zoho-writer/openapi.yaml by `share-contracts generate`. Do not edit.

import * as z from 'zod/mini';
import {
    zCancelSharingForm,
    zCancelSharingJsonPath,
    zCancelSharingXmlPath,
    zDocumentInfoEnvelope,
    zDocumentReferenceEnvelope,
    zErrorEnvelope,
    zGetDocumentInfoJsonPath,
    zGetDocumentInfoXmlPath,
    zGetShareDetailsJsonPath,
    zGetShareDetailsXmlPath,
    zIncomingCountEnvelope,
    zIncomingDocumentsEnvelope,
    zListIncomingDocumentsJsonQuery,
    zListIncomingDocumentsXmlQuery,
    zListPublicDocumentsJsonQuery,
    zListPublicDocumentsXmlQuery,
    zMakePublicForm,
    zMakePublicJsonPath,
    zMakePublicXmlPath,
    zPublicDocumentsEnvelope,
    zRemovePublicForm,
    zRemovePublicJsonPath,
    zRemovePublicXmlPath,
    zShareDetailsEnvelope,
    zShareDocumentEnvelope,
    zShareDocumentForm,
    zShareDocumentJsonPath,
    zShareDocumentXmlPath,
} from './zod.ts';

/** Schemas of `GET /api/private/json/share/{documentID}`. */
export const getShareDetailsJson = {
    path: zGetShareDetailsJsonPath,
    responses: { 200: zShareDetailsEnvelope, 400: zErrorEnvelope, 401: zErrorEnvelope, 404: zErrorEnvelope },
};

/** Schemas of `GET /api/private/xml/share/{documentID}`. */
export const getShareDetailsXml = {
    path: zGetShareDetailsXmlPath,
};

/** Schemas of `POST /api/private/json/shareDocument/{documentID}`. */
export const shareDocumentJson = {
    path: zShareDocumentJsonPath,
    body: zShareDocumentForm,
    responses: { 200: zShareDocumentEnvelope, 400: zErrorEnvelope, 401: zErrorEnvelope, 404: zErrorEnvelope },
};

/** Schemas of `POST /api/private/xml/shareDocument/{documentID}`. */
export const shareDocumentXml = {
    path: zShareDocumentXmlPath,
    body: zShareDocumentForm,
};

/** Schemas of `POST /api/private/json/cancelsharing/{documentID}`. */
export const cancelSharingJson = {
    path: zCancelSharingJsonPath,
    body: zCancelSharingForm,
    responses: { 200: zDocumentReferenceEnvelope, 400: zErrorEnvelope, 401: zErrorEnvelope, 404: zErrorEnvelope },
};

/** Schemas of `POST /api/private/xml/cancelsharing/{documentID}`. */
export const cancelSharingXml = {
    path: zCancelSharingXmlPath,
    body: zCancelSharingForm,
};

/** Schemas of `GET /api/private/json/incomingdocuments`. */
export const listIncomingDocumentsJson = {
    query: zListIncomingDocumentsJsonQuery,
    responses: { 200: zIncomingDocumentsEnvelope, 400: zErrorEnvelope, 401: zErrorEnvelope },
};

/** Schemas of `GET /api/private/xml/incomingdocuments`. */
export const listIncomingDocumentsXml = {
    query: zListIncomingDocumentsXmlQuery,
};

/** Schemas of `GET /api/private/json/incomingdocuments/count`. */
export const countIncomingDocumentsJson = {
    responses: { 200: zIncomingCountEnvelope, 400: zErrorEnvelope, 401: zErrorEnvelope },
};

/** Schemas of `GET /api/private/xml/incomingdocuments/count`. */
export const countIncomingDocumentsXml = {};

/** Schemas of `GET /api/private/json/publicdocuments`. */
export const listPublicDocumentsJson = {
    query: zListPublicDocumentsJsonQuery,
    responses: { 200: zPublicDocumentsEnvelope, 400: zErrorEnvelope, 401: zErrorEnvelope },
};

/** Schemas of `GET /api/private/xml/publicdocuments`. */
export const listPublicDocumentsXml = {
    query: zListPublicDocumentsXmlQuery,
};

/** Schemas of `POST /api/private/json/removePublic/{documentID}`. */
export const removePublicJson = {
    path: zRemovePublicJsonPath,
    body: /* @__PURE__ */ z.optional(zRemovePublicForm),
    responses: { 200: zDocumentReferenceEnvelope, 400: zErrorEnvelope, 401: zErrorEnvelope, 404: zErrorEnvelope },
};

/** Schemas of `POST /api/private/xml/removePublic/{documentID}`. */
export const removePublicXml = {
    path: zRemovePublicXmlPath,
    body: /* @__PURE__ */ z.optional(zRemovePublicForm),
};

/** Schemas of `POST /api/private/json/makePublic/{documentID}`. */
export const makePublicJson = {
    path: zMakePublicJsonPath,
    body: /* @__PURE__ */ z.optional(zMakePublicForm),
    responses: { 200: zDocumentReferenceEnvelope, 400: zErrorEnvelope, 401: zErrorEnvelope, 404: zErrorEnvelope },
};

/** Schemas of `POST /api/private/xml/makePublic/{documentID}`. */
export const makePublicXml = {
    path: zMakePublicXmlPath,
    body: /* @__PURE__ */ z.optional(zMakePublicForm),
};

/** Schemas of `GET /api/private/json/info/{documentID}`. */
export const getDocumentInfoJson = {
    path: zGetDocumentInfoJsonPath,
    responses: { 200: zDocumentInfoEnvelope, 400: zErrorEnvelope, 401: zErrorEnvelope, 404: zErrorEnvelope },
};

/** Schemas of `GET /api/private/xml/info/{documentID}`. */
export const getDocumentInfoXml = {
    path: zGetDocumentInfoXmlPath,
};
