// Generated from openapi/zoho-writer/openapi.yaml by `share-contracts generate`. Do not edit.

export interface paths {
    "/api/private/json/share/{documentID}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the document, digits. Sample forms spell the placeholder `documentId`.
                 * @example 8892000000064025
                 */
                documentID: components["parameters"]["pathDocumentId"];
            };
            cookie?: never;
        };
        /**
         * Get shared details of a document (JSON)
         * @description Returns the users that one of the caller's documents is shared with, and their access. Page says that
         *     the method may return general errors, of which 1404 is the likely one.
         *
         *     Schema document that the page points to: `http://export.writer.zoho.com/schema/restapi/share.xsd`. The
         *     page of the method that shares a document names the same one, although its answer has another shape.
         */
        get: operations["getShareDetailsJson"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/private/xml/share/{documentID}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the document, digits. Sample forms spell the placeholder `documentId`.
                 * @example 8892000000064025
                 */
                documentID: components["parameters"]["pathDocumentId"];
            };
            cookie?: never;
        };
        /**
         * Get shared details of a document (XML)
         * @description Returns the users that one of the caller's documents is shared with, and their access. Page says that
         *     the method may return general errors, of which 1404 is the likely one.
         *
         *     Schema document that the page points to: `http://export.writer.zoho.com/schema/restapi/share.xsd`. The
         *     page of the method that shares a document names the same one, although its answer has another shape.
         */
        get: operations["getShareDetailsXml"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/private/json/shareDocument/{documentID}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the document, digits. Sample forms spell the placeholder `documentId`.
                 * @example 8892000000064025
                 */
                documentID: components["parameters"]["pathDocumentId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Share a document with users (JSON)
         * @description Shares a document with one or more users, all with the same access, and returns the users it is now
         *     shared with. Page calls the method `shareDocuement` once, a typing error; its request address has
         *     `shareDocument`.
         *
         *     Schema document that the page points to: `http://export.writer.zoho.com/schema/restapi/share.xsd`, which
         *     serves the sharing details too, although their answer has another shape.
         */
        post: operations["shareDocumentJson"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/private/xml/shareDocument/{documentID}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the document, digits. Sample forms spell the placeholder `documentId`.
                 * @example 8892000000064025
                 */
                documentID: components["parameters"]["pathDocumentId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Share a document with users (XML)
         * @description Shares a document with one or more users, all with the same access, and returns the users it is now
         *     shared with. Page calls the method `shareDocuement` once, a typing error; its request address has
         *     `shareDocument`.
         *
         *     Schema document that the page points to: `http://export.writer.zoho.com/schema/restapi/share.xsd`, which
         *     serves the sharing details too, although their answer has another shape.
         */
        post: operations["shareDocumentXml"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/private/json/cancelsharing/{documentID}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the document, digits. Sample forms spell the placeholder `documentId`.
                 * @example 8892000000064025
                 */
                documentID: components["parameters"]["pathDocumentId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Cancel private sharing of a document (JSON)
         * @description Removes one user from the sharing of a document. Page says that the method may return general errors, of
         *     which 1404 may be one.
         *
         *     Schema document that the page points to: `http://export.writer.zoho.com/schema/restapi/save.xsd`.
         */
        post: operations["cancelSharingJson"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/private/xml/cancelsharing/{documentID}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the document, digits. Sample forms spell the placeholder `documentId`.
                 * @example 8892000000064025
                 */
                documentID: components["parameters"]["pathDocumentId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Cancel private sharing of a document (XML)
         * @description Removes one user from the sharing of a document. Page says that the method may return general errors, of
         *     which 1404 may be one.
         *
         *     Schema document that the page points to: `http://export.writer.zoho.com/schema/restapi/save.xsd`.
         */
        post: operations["cancelSharingXml"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/private/json/incomingdocuments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List documents shared to me (JSON)
         * @description Lists documents that other users shared with the caller. Neither the order nor the number of items
         *     without `limit` is stated, and no total comes with the answer.
         *
         *     Schema document that the page points to:
         *     `http://export.writer.zoho.com/schema/restapi/incomingdocuments.xsd`. A client reads this list by POST with
         *     the credentials as form fields; a sister API takes both methods for reads.
         */
        get: operations["listIncomingDocumentsJson"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/private/xml/incomingdocuments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List documents shared to me (XML)
         * @description Lists documents that other users shared with the caller. Neither the order nor the number of items
         *     without `limit` is stated, and no total comes with the answer.
         *
         *     Schema document that the page points to:
         *     `http://export.writer.zoho.com/schema/restapi/incomingdocuments.xsd`. A client reads this list by POST with
         *     the credentials as form fields; a sister API takes both methods for reads.
         */
        get: operations["listIncomingDocumentsXml"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/private/json/incomingdocuments/count": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get count of documents shared to me (JSON)
         * @description Returns how many documents other users shared with the caller. Page says that the method may return
         *     general and input errors.
         *
         *     Schema document that the page points to: `http://writer.zoho.com/schema/restapi/count.xsd`, on another host
         *     than those of all other pages.
         */
        get: operations["countIncomingDocumentsJson"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/private/xml/incomingdocuments/count": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get count of documents shared to me (XML)
         * @description Returns how many documents other users shared with the caller. Page says that the method may return
         *     general and input errors.
         *
         *     Schema document that the page points to: `http://writer.zoho.com/schema/restapi/count.xsd`, on another host
         *     than those of all other pages.
         */
        get: operations["countIncomingDocumentsXml"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/private/json/publicdocuments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List public documents (JSON)
         * @description Lists documents that the caller made public. Neither the order nor the number of items without `limit` is
         *     stated, and no total comes with the answer.
         *
         *     Schema document that the page points to:
         *     `http://export.writer.zoho.com/schema/restapi/publicdocuments.xsd`.
         */
        get: operations["listPublicDocumentsJson"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/private/xml/publicdocuments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List public documents (XML)
         * @description Lists documents that the caller made public. Neither the order nor the number of items without `limit` is
         *     stated, and no total comes with the answer.
         *
         *     Schema document that the page points to:
         *     `http://export.writer.zoho.com/schema/restapi/publicdocuments.xsd`.
         */
        get: operations["listPublicDocumentsXml"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/private/json/removePublic/{documentID}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the document, digits. Sample forms spell the placeholder `documentId`.
                 * @example 8892000000064025
                 */
                documentID: components["parameters"]["pathDocumentId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Remove public sharing access from a document (JSON)
         * @description Withdraws public access from a document. Sample form of the page is that of the make-public method, with
         *     its two comment fields and its button `makePublic`; the fields make no sense here and are most likely
         *     ignored.
         *
         *     Schema document that the page points to: `http://export.writer.zoho.com/schema/restapi/save.xsd`.
         */
        post: operations["removePublicJson"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/private/xml/removePublic/{documentID}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the document, digits. Sample forms spell the placeholder `documentId`.
                 * @example 8892000000064025
                 */
                documentID: components["parameters"]["pathDocumentId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Remove public sharing access from a document (XML)
         * @description Withdraws public access from a document. Sample form of the page is that of the make-public method, with
         *     its two comment fields and its button `makePublic`; the fields make no sense here and are most likely
         *     ignored.
         *
         *     Schema document that the page points to: `http://export.writer.zoho.com/schema/restapi/save.xsd`.
         */
        post: operations["removePublicXml"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/private/json/makePublic/{documentID}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the document, digits. Sample forms spell the placeholder `documentId`.
                 * @example 8892000000064025
                 */
                documentID: components["parameters"]["pathDocumentId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make a document public (JSON, inferred)
         * @description Opens a document to everybody. No page of this method was found: the path follows the sample form of the
         *     remove-public page, whose button is called `makePublic`, and the `makepublic` of sister APIs. The letter
         *     case of the path segment is uncertain.
         */
        post: operations["makePublicJson"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/private/xml/makePublic/{documentID}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the document, digits. Sample forms spell the placeholder `documentId`.
                 * @example 8892000000064025
                 */
                documentID: components["parameters"]["pathDocumentId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make a document public (XML, inferred)
         * @description Opens a document to everybody. No page of this method was found: the path follows the sample form of the
         *     remove-public page, whose button is called `makePublic`, and the `makepublic` of sister APIs. The letter
         *     case of the path segment is uncertain.
         */
        post: operations["makePublicXml"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/private/json/info/{documentID}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the document, digits. Sample forms spell the placeholder `documentId`.
                 * @example 8892000000064025
                 */
                documentID: components["parameters"]["pathDocumentId"];
            };
            cookie?: never;
        };
        /**
         * Get meta data of a document (JSON)
         * @description Returns the metadata of a document; `shared_users` shows its sharing state. JSON sample of the page is
         *     known only up to its `result`.
         *
         *     Schema document that the page points to: `documents.xsd`.
         */
        get: operations["getDocumentInfoJson"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/private/xml/info/{documentID}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the document, digits. Sample forms spell the placeholder `documentId`.
                 * @example 8892000000064025
                 */
                documentID: components["parameters"]["pathDocumentId"];
            };
            cookie?: never;
        };
        /**
         * Get meta data of a document (XML)
         * @description Returns the metadata of a document; `shared_users` shows its sharing state. JSON sample of the page is
         *     known only up to its `result`.
         *
         *     Schema document that the page points to: `documents.xsd`.
         */
        get: operations["getDocumentInfoXml"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /**
         * @description Id of a document, digits; samples have 13 to 16 of them.
         * @example 8892000000064025
         */
        DocumentId: string;
        /**
         * Format: uri-reference
         * @description Path of the request, without host and query; an attribute in XML.
         * @example /api/private/xml/share/8892000000064025
         */
        RequestUri: string;
        /**
         * @description Users as one string, separated by comma and space within brackets.
         * @example [jaganath, mark]
         */
        UserListText: string;
        /**
         * @description Boolean as text. Samples write `True` in XML and `"true"` in JSON for one field, and `false` in XML for another.
         * @enum {string}
         */
        BooleanText: "true" | "false" | "True" | "False";
        /** @description Users with the same access to a document. */
        EmailShared: {
            /** @description Users the document is shared with. */
            sharedto: components["schemas"]["UserListText"];
            /** @description Whether these users may write; any value but true means read-only. */
            writepermission: components["schemas"]["BooleanText"];
        };
        /** @description Whom a document is shared with. What stands here for a document that is not shared is unknown. */
        ShareDetail: {
            /** @description Id of the shared document. */
            documentId: components["schemas"]["DocumentId"];
            /** @description Name of the shared document. */
            documentName: string;
            /** @description Group of users with one access level. Whether it repeats, once per access level, is unknown; the field table lacks it. */
            EmailShared: components["schemas"]["EmailShared"];
        };
        /** @description Answer with the sharing details of one document. */
        ShareDetailsResponse: {
            uri: components["schemas"]["RequestUri"];
            /** @description Wrapper of the sharing details. */
            result: {
                /** @description Sharing details; this level is missing from the field table. */
                sharedetail: components["schemas"]["ShareDetail"];
            };
        };
        /** @description JSON form of `ShareDetailsResponse`. */
        ShareDetailsEnvelope: {
            /** @description Answer, which is the root element of the XML form. */
            response: components["schemas"]["ShareDetailsResponse"];
        };
        /** @description Error with its code. The older XML-RPC API of Writer names the code `errorCode`. */
        ErrorDetail: {
            /**
             * @description Application code, four digits of which the first is 1 for Writer: 1400 badly structured input, 1401
             *     ticket, 1404 document, 1416 start beyond the end of a list, 1832 missing argument. By analogy with
             *     the sister API, 1403, 1405, 1500 and 1831 probably exist too.
             */
            code: string;
            /** @description What went wrong, for people. */
            message: string;
        };
        /** @description Answer to a request that failed; `error` stands in the place of `result`, never beside it. */
        ErrorResponse: {
            uri: components["schemas"]["RequestUri"];
            /** @description What went wrong. */
            error: components["schemas"]["ErrorDetail"];
        };
        /** @description JSON form of `ErrorResponse`. */
        ErrorEnvelope: {
            /** @description Answer, which is the root element of the XML form. */
            response: components["schemas"]["ErrorResponse"];
        };
        /**
         * @description Whom to share a document with, and how. Page lists `documentId` as a field too, while its sample form
         *     sends the id in the path only.
         */
        ShareDocumentForm: {
            /**
             * @description Zoho ids or e-mail addresses of the users, separated by commas. They have no brackets, spaces or control characters, which the lists
             *     of users in responses cannot hold.
             */
            shareto: string;
            /** @description Whether the users may write; false gives read-only access. */
            allowtowrite: boolean;
            /**
             * @description Name and value of the sample form's button, without effect.
             * @enum {string}
             */
            submit?: "ShareDoc";
        };
        /**
         * @description Zoho id (login name) or e-mail address of a user; samples use bare login names.
         * @example merrick
         */
        User: string;
        /** @description Users, one element each in XML, one array in JSON. */
        UserList: {
            /** @description Users the document is shared with. XML sample puts literal quotation marks around each of them. */
            user: components["schemas"]["User"][];
        };
        /** @description Document and the users it is now shared with. */
        SharedDocument: {
            /** @description Id of the shared document. */
            documentId: components["schemas"]["DocumentId"];
            /** @description Name of the shared document. */
            documentName: string;
            /** @description Users the document is now shared with. Field of the same name in the sharing details is one string. */
            sharedto: components["schemas"]["UserList"];
        };
        /** @description Answer to a request to share a document. */
        ShareDocumentResponse: {
            uri: components["schemas"]["RequestUri"];
            /** @description Shared document with its users. */
            result: components["schemas"]["SharedDocument"];
        };
        /** @description JSON form of `ShareDocumentResponse`. */
        ShareDocumentEnvelope: {
            /** @description Answer, which is the root element of the XML form. */
            response: components["schemas"]["ShareDocumentResponse"];
        };
        /**
         * @description User to remove from the sharing of a document. Page lists `documentId` as a field too, while its sample
         *     form sends the id in the path only.
         */
        CancelSharingForm: {
            /** @description Zoho id or e-mail address of the one user to remove. */
            emailid: components["schemas"]["User"];
            /**
             * @description Name and value of the sample form's button, without effect.
             * @enum {string}
             */
            submit?: "CancelShare";
        };
        /** @description Id and name of a document. */
        DocumentReference: {
            /** @description Id of the document. */
            documentId: components["schemas"]["DocumentId"];
            /** @description Name of the document. */
            documentName: string;
        };
        /** @description Answer that names the document a change was made to. */
        DocumentReferenceResponse: {
            uri: components["schemas"]["RequestUri"];
            /** @description Changed document. */
            result: components["schemas"]["DocumentReference"];
        };
        /** @description JSON form of `DocumentReferenceResponse`. */
        DocumentReferenceEnvelope: {
            /** @description Answer, which is the root element of the XML form. */
            response: components["schemas"]["DocumentReferenceResponse"];
        };
        /**
         * @description Last saved version of a document, a number with one decimal point; an older sample has `-1.0`.
         * @example 1.4
         */
        DocumentVersion: string;
        /**
         * @description Time as digits, milliseconds since 1970-01-01T00:00:00Z.
         * @example 1180532581984
         */
        MillisecondTime: string;
        /**
         * Format: uri-reference
         * @description Unique name of a document within URLs, relative.
         * @example Resume
         */
        DocumentUrlName: string;
        /**
         * @description E-mail addresses of the users a document is shared with, as one string in brackets; blank or `[]` if there are none.
         * @example []
         */
        SharedUsers: string;
        /** @description Document that another user shared with the caller. */
        IncomingDocument: {
            /** @description Id of the document. */
            documentId: components["schemas"]["DocumentId"];
            /** @description Name of the document. */
            documentName: string;
            /** @description Last saved version. */
            version: components["schemas"]["DocumentVersion"];
            /** @description Time of the last change. */
            lastModifiedTime: components["schemas"]["MillisecondTime"];
            /** @description Whether shared users may write. Page spells the field `writePermisson`. */
            writePermission: components["schemas"]["BooleanText"];
            /** @description Unique name of the document within URLs. */
            document_name_url: components["schemas"]["DocumentUrlName"];
            /** @description Users the document is shared with. */
            shared_users: components["schemas"]["SharedUsers"];
            /** @description Whether the document is locked for exclusive editing. */
            document_locked: components["schemas"]["BooleanText"];
            /** @description Whether the document is posted to a blog. */
            document_blogged: components["schemas"]["BooleanText"];
            /** @description Owner of the document. Field tables call it `author_name`. */
            authorName?: components["schemas"]["User"];
            /** @description Time of creation. */
            created_date?: components["schemas"]["MillisecondTime"];
            /** @description Folder of the document, `SHARED` in an older sample. */
            category?: string;
        };
        /** @description Answer with documents that others shared with the caller. */
        IncomingDocumentsResponse: {
            uri: components["schemas"]["RequestUri"];
            /** @description Wrapper of the list. */
            result: {
                /** @description List of documents, named after the method. */
                incomingdocuments: {
                    /** @description Documents of the answer. XML without such an element is the empty list. */
                    document: components["schemas"]["IncomingDocument"][];
                };
            };
        };
        /** @description JSON form of `IncomingDocumentsResponse`. */
        IncomingDocumentsEnvelope: {
            /** @description Answer, which is the root element of the XML form. */
            response: components["schemas"]["IncomingDocumentsResponse"];
        };
        /** @description How many documents others shared with an account. */
        IncomingCount: {
            /** @description User of the account. */
            ownerName: components["schemas"]["User"];
            /** @description Number of documents, digits. */
            documentsCount: string;
        };
        /** @description Answer with the number of documents shared with the caller. */
        IncomingCountResponse: {
            uri: components["schemas"]["RequestUri"];
            /** @description Wrapper of the count. */
            result: {
                /** @description Count and its account; this level is missing from the field table. */
                documents: components["schemas"]["IncomingCount"];
            };
        };
        /** @description JSON form of `IncomingCountResponse`. */
        IncomingCountEnvelope: {
            /** @description Answer, which is the root element of the XML form. */
            response: components["schemas"]["IncomingCountResponse"];
        };
        /** @description Document that the caller made public. */
        PublicDocument: {
            /** @description Id of the document. */
            documentId: components["schemas"]["DocumentId"];
            /** @description Name of the document. */
            documentName: string;
            /** @description Last saved version. */
            version: components["schemas"]["DocumentVersion"];
            /** @description Unique name of the document within URLs. */
            document_name_url: components["schemas"]["DocumentUrlName"];
            /** @description Users the document is shared with. */
            shared_users: components["schemas"]["SharedUsers"];
            /** @description Whether the document is locked for exclusive editing. */
            document_locked: components["schemas"]["BooleanText"];
            /** @description Whether the document is posted to a blog. */
            document_blogged: components["schemas"]["BooleanText"];
            /** @description Owner of the document. Field table calls it `author_name`. */
            authorName: components["schemas"]["User"];
            /** @description Time of creation. */
            created_date: components["schemas"]["MillisecondTime"];
            /** @description Folder of the document. */
            category: string;
        };
        /** @description Answer with documents that the caller made public. */
        PublicDocumentsResponse: {
            uri: components["schemas"]["RequestUri"];
            /** @description Wrapper of the list. */
            result: {
                /** @description List of documents, named after the method. */
                publicdocuments: {
                    /** @description Documents of the answer. XML without such an element is the empty list. */
                    document: components["schemas"]["PublicDocument"][];
                };
            };
        };
        /** @description JSON form of `PublicDocumentsResponse`. */
        PublicDocumentsEnvelope: {
            /** @description Answer, which is the root element of the XML form. */
            response: components["schemas"]["PublicDocumentsResponse"];
        };
        /**
         * @description Fields of the sample form, which is that of the make-public method. Page lists `documentId` as a field
         *     too, while its sample form sends the id in the path only.
         */
        RemovePublicForm: {
            /** @description Whether comments are allowed on the public document; most likely ignored when access is withdrawn. */
            allowcomment?: boolean;
            /** @description Whether comments of others are visible on the public document; most likely ignored when access is withdrawn. */
            showcomment?: boolean;
            /**
             * @description Name and value of the sample form's button, without effect.
             * @enum {string}
             */
            submit?: "makePublic";
        };
        /** @description What a public document offers to its readers. */
        MakePublicForm: {
            /** @description Whether comments are allowed on the public document. */
            allowcomment?: boolean;
            /** @description Whether comments of others are visible on the public document. */
            showcomment?: boolean;
            /**
             * @description Name and value of the form's button, without effect.
             * @enum {string}
             */
            submit?: "makePublic";
        };
        /** @description Metadata of one document. */
        DocumentInfo: {
            /** @description Id of the document. */
            documentId: components["schemas"]["DocumentId"];
            /** @description Name of the document. */
            documentName: string;
            /** @description Last saved version. */
            version: components["schemas"]["DocumentVersion"];
            /** @description Unique name of the document within URLs. */
            document_name_url: components["schemas"]["DocumentUrlName"];
            /** @description Users the document is shared with. */
            shared_users: components["schemas"]["SharedUsers"];
            /** @description Whether the document is locked for exclusive editing. */
            document_locked: components["schemas"]["BooleanText"];
            /** @description Whether the document is posted to a blog. */
            document_blogged: components["schemas"]["BooleanText"];
            /** @description Owner of the document. Field table calls it `author_name`, the sample `authorName`. */
            authorName: components["schemas"]["User"];
            /** @description Time of creation. */
            created_date: components["schemas"]["MillisecondTime"];
        };
        /** @description Answer with the metadata of one document. */
        DocumentInfoResponse: {
            uri: components["schemas"]["RequestUri"];
            /** @description Wrapper of the metadata. */
            result: {
                /** @description Metadata; this level is missing from the field table. */
                document: components["schemas"]["DocumentInfo"];
            };
        };
        /** @description JSON form of `DocumentInfoResponse`. */
        DocumentInfoEnvelope: {
            /** @description Answer, which is the root element of the XML form. */
            response: components["schemas"]["DocumentInfoResponse"];
        };
    };
    responses: {
        /** @description Request badly structured, or an argument missing. */
        BadRequestJson: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorEnvelope"];
            };
        };
        /** @description Ticket or API key missing, expired or not accepted. */
        UnauthorizedJson: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorEnvelope"];
            };
        };
        /** @description Document unknown. */
        NotFoundJson: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorEnvelope"];
            };
        };
        /** @description Request badly structured, or an argument missing. */
        BadRequestXml: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/xml": components["schemas"]["ErrorResponse"];
            };
        };
        /** @description Ticket or API key missing, expired or not accepted. */
        UnauthorizedXml: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/xml": components["schemas"]["ErrorResponse"];
            };
        };
        /** @description Document unknown. */
        NotFoundXml: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/xml": components["schemas"]["ErrorResponse"];
            };
        };
        /** @description Request badly structured, an argument missing, or the start beyond the end of the list. */
        BadListRequestJson: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorEnvelope"];
            };
        };
        /** @description Request badly structured, an argument missing, or the start beyond the end of the list. */
        BadListRequestXml: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/xml": components["schemas"]["ErrorResponse"];
            };
        };
    };
    parameters: {
        /**
         * @description Id of the document, digits. Sample forms spell the placeholder `documentId`.
         * @example 8892000000064025
         */
        pathDocumentId: components["schemas"]["DocumentId"];
        /**
         * @description Number of the first item of the answer, counted from 1; 3 starts at the third item.
         * @example 1
         */
        startFrom: number;
        /**
         * @description Greatest number of items in the answer, 1 to 100.
         * @example 25
         */
        limit: number;
    };
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type DocumentId = components['schemas']['DocumentId'];
export type RequestUri = components['schemas']['RequestUri'];
export type UserListText = components['schemas']['UserListText'];
export type BooleanText = components['schemas']['BooleanText'];
export type EmailShared = components['schemas']['EmailShared'];
export type ShareDetail = components['schemas']['ShareDetail'];
export type ShareDetailsResponse = components['schemas']['ShareDetailsResponse'];
export type ShareDetailsEnvelope = components['schemas']['ShareDetailsEnvelope'];
export type ErrorDetail = components['schemas']['ErrorDetail'];
export type ErrorResponse = components['schemas']['ErrorResponse'];
export type ErrorEnvelope = components['schemas']['ErrorEnvelope'];
export type ShareDocumentForm = components['schemas']['ShareDocumentForm'];
export type User = components['schemas']['User'];
export type UserList = components['schemas']['UserList'];
export type SharedDocument = components['schemas']['SharedDocument'];
export type ShareDocumentResponse = components['schemas']['ShareDocumentResponse'];
export type ShareDocumentEnvelope = components['schemas']['ShareDocumentEnvelope'];
export type CancelSharingForm = components['schemas']['CancelSharingForm'];
export type DocumentReference = components['schemas']['DocumentReference'];
export type DocumentReferenceResponse = components['schemas']['DocumentReferenceResponse'];
export type DocumentReferenceEnvelope = components['schemas']['DocumentReferenceEnvelope'];
export type DocumentVersion = components['schemas']['DocumentVersion'];
export type MillisecondTime = components['schemas']['MillisecondTime'];
export type DocumentUrlName = components['schemas']['DocumentUrlName'];
export type SharedUsers = components['schemas']['SharedUsers'];
export type IncomingDocument = components['schemas']['IncomingDocument'];
export type IncomingDocumentsResponse = components['schemas']['IncomingDocumentsResponse'];
export type IncomingDocumentsEnvelope = components['schemas']['IncomingDocumentsEnvelope'];
export type IncomingCount = components['schemas']['IncomingCount'];
export type IncomingCountResponse = components['schemas']['IncomingCountResponse'];
export type IncomingCountEnvelope = components['schemas']['IncomingCountEnvelope'];
export type PublicDocument = components['schemas']['PublicDocument'];
export type PublicDocumentsResponse = components['schemas']['PublicDocumentsResponse'];
export type PublicDocumentsEnvelope = components['schemas']['PublicDocumentsEnvelope'];
export type RemovePublicForm = components['schemas']['RemovePublicForm'];
export type MakePublicForm = components['schemas']['MakePublicForm'];
export type DocumentInfo = components['schemas']['DocumentInfo'];
export type DocumentInfoResponse = components['schemas']['DocumentInfoResponse'];
export type DocumentInfoEnvelope = components['schemas']['DocumentInfoEnvelope'];
export type ResponseBadRequestJson = components['responses']['BadRequestJson'];
export type ResponseUnauthorizedJson = components['responses']['UnauthorizedJson'];
export type ResponseNotFoundJson = components['responses']['NotFoundJson'];
export type ResponseBadRequestXml = components['responses']['BadRequestXml'];
export type ResponseUnauthorizedXml = components['responses']['UnauthorizedXml'];
export type ResponseNotFoundXml = components['responses']['NotFoundXml'];
export type ResponseBadListRequestJson = components['responses']['BadListRequestJson'];
export type ResponseBadListRequestXml = components['responses']['BadListRequestXml'];
export type ParameterPathDocumentId = components['parameters']['pathDocumentId'];
export type ParameterStartFrom = components['parameters']['startFrom'];
export type ParameterLimit = components['parameters']['limit'];
export type $defs = Record<string, never>;
export interface operations {
    getShareDetailsJson: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the document, digits. Sample forms spell the placeholder `documentId`.
                 * @example 8892000000064025
                 */
                documentID: components["parameters"]["pathDocumentId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Sharing details. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ShareDetailsEnvelope"];
                };
            };
            400: components["responses"]["BadRequestJson"];
            401: components["responses"]["UnauthorizedJson"];
            404: components["responses"]["NotFoundJson"];
        };
    };
    getShareDetailsXml: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the document, digits. Sample forms spell the placeholder `documentId`.
                 * @example 8892000000064025
                 */
                documentID: components["parameters"]["pathDocumentId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Sharing details. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/xml": components["schemas"]["ShareDetailsResponse"];
                };
            };
            400: components["responses"]["BadRequestXml"];
            401: components["responses"]["UnauthorizedXml"];
            404: components["responses"]["NotFoundXml"];
        };
    };
    shareDocumentJson: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the document, digits. Sample forms spell the placeholder `documentId`.
                 * @example 8892000000064025
                 */
                documentID: components["parameters"]["pathDocumentId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": components["schemas"]["ShareDocumentForm"];
            };
        };
        responses: {
            /** @description Document and its users. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ShareDocumentEnvelope"];
                };
            };
            400: components["responses"]["BadRequestJson"];
            401: components["responses"]["UnauthorizedJson"];
            404: components["responses"]["NotFoundJson"];
        };
    };
    shareDocumentXml: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the document, digits. Sample forms spell the placeholder `documentId`.
                 * @example 8892000000064025
                 */
                documentID: components["parameters"]["pathDocumentId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": components["schemas"]["ShareDocumentForm"];
            };
        };
        responses: {
            /** @description Document and its users. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/xml": components["schemas"]["ShareDocumentResponse"];
                };
            };
            400: components["responses"]["BadRequestXml"];
            401: components["responses"]["UnauthorizedXml"];
            404: components["responses"]["NotFoundXml"];
        };
    };
    cancelSharingJson: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the document, digits. Sample forms spell the placeholder `documentId`.
                 * @example 8892000000064025
                 */
                documentID: components["parameters"]["pathDocumentId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": components["schemas"]["CancelSharingForm"];
            };
        };
        responses: {
            /** @description Document that a user was removed from. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DocumentReferenceEnvelope"];
                };
            };
            400: components["responses"]["BadRequestJson"];
            401: components["responses"]["UnauthorizedJson"];
            404: components["responses"]["NotFoundJson"];
        };
    };
    cancelSharingXml: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the document, digits. Sample forms spell the placeholder `documentId`.
                 * @example 8892000000064025
                 */
                documentID: components["parameters"]["pathDocumentId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": components["schemas"]["CancelSharingForm"];
            };
        };
        responses: {
            /** @description Document that a user was removed from. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/xml": components["schemas"]["DocumentReferenceResponse"];
                };
            };
            400: components["responses"]["BadRequestXml"];
            401: components["responses"]["UnauthorizedXml"];
            404: components["responses"]["NotFoundXml"];
        };
    };
    listIncomingDocumentsJson: {
        parameters: {
            query?: {
                /**
                 * @description Number of the first item of the answer, counted from 1; 3 starts at the third item.
                 * @example 1
                 */
                "start-from"?: components["parameters"]["startFrom"];
                /**
                 * @description Greatest number of items in the answer, 1 to 100.
                 * @example 25
                 */
                limit?: components["parameters"]["limit"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Incoming documents. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IncomingDocumentsEnvelope"];
                };
            };
            400: components["responses"]["BadListRequestJson"];
            401: components["responses"]["UnauthorizedJson"];
        };
    };
    listIncomingDocumentsXml: {
        parameters: {
            query?: {
                /**
                 * @description Number of the first item of the answer, counted from 1; 3 starts at the third item.
                 * @example 1
                 */
                "start-from"?: components["parameters"]["startFrom"];
                /**
                 * @description Greatest number of items in the answer, 1 to 100.
                 * @example 25
                 */
                limit?: components["parameters"]["limit"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Incoming documents. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/xml": components["schemas"]["IncomingDocumentsResponse"];
                };
            };
            400: components["responses"]["BadListRequestXml"];
            401: components["responses"]["UnauthorizedXml"];
        };
    };
    countIncomingDocumentsJson: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Number of incoming documents. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IncomingCountEnvelope"];
                };
            };
            400: components["responses"]["BadRequestJson"];
            401: components["responses"]["UnauthorizedJson"];
        };
    };
    countIncomingDocumentsXml: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Number of incoming documents. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/xml": components["schemas"]["IncomingCountResponse"];
                };
            };
            400: components["responses"]["BadRequestXml"];
            401: components["responses"]["UnauthorizedXml"];
        };
    };
    listPublicDocumentsJson: {
        parameters: {
            query?: {
                /**
                 * @description Number of the first item of the answer, counted from 1; 3 starts at the third item.
                 * @example 1
                 */
                "start-from"?: components["parameters"]["startFrom"];
                /**
                 * @description Greatest number of items in the answer, 1 to 100.
                 * @example 25
                 */
                limit?: components["parameters"]["limit"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Public documents. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PublicDocumentsEnvelope"];
                };
            };
            400: components["responses"]["BadListRequestJson"];
            401: components["responses"]["UnauthorizedJson"];
        };
    };
    listPublicDocumentsXml: {
        parameters: {
            query?: {
                /**
                 * @description Number of the first item of the answer, counted from 1; 3 starts at the third item.
                 * @example 1
                 */
                "start-from"?: components["parameters"]["startFrom"];
                /**
                 * @description Greatest number of items in the answer, 1 to 100.
                 * @example 25
                 */
                limit?: components["parameters"]["limit"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Public documents. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/xml": components["schemas"]["PublicDocumentsResponse"];
                };
            };
            400: components["responses"]["BadListRequestXml"];
            401: components["responses"]["UnauthorizedXml"];
        };
    };
    removePublicJson: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the document, digits. Sample forms spell the placeholder `documentId`.
                 * @example 8892000000064025
                 */
                documentID: components["parameters"]["pathDocumentId"];
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/x-www-form-urlencoded": components["schemas"]["RemovePublicForm"];
            };
        };
        responses: {
            /** @description Document that is no longer public. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DocumentReferenceEnvelope"];
                };
            };
            400: components["responses"]["BadRequestJson"];
            401: components["responses"]["UnauthorizedJson"];
            404: components["responses"]["NotFoundJson"];
        };
    };
    removePublicXml: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the document, digits. Sample forms spell the placeholder `documentId`.
                 * @example 8892000000064025
                 */
                documentID: components["parameters"]["pathDocumentId"];
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/x-www-form-urlencoded": components["schemas"]["RemovePublicForm"];
            };
        };
        responses: {
            /** @description Document that is no longer public. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/xml": components["schemas"]["DocumentReferenceResponse"];
                };
            };
            400: components["responses"]["BadRequestXml"];
            401: components["responses"]["UnauthorizedXml"];
            404: components["responses"]["NotFoundXml"];
        };
    };
    makePublicJson: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the document, digits. Sample forms spell the placeholder `documentId`.
                 * @example 8892000000064025
                 */
                documentID: components["parameters"]["pathDocumentId"];
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/x-www-form-urlencoded": components["schemas"]["MakePublicForm"];
            };
        };
        responses: {
            /** @description Document that is now public. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DocumentReferenceEnvelope"];
                };
            };
            400: components["responses"]["BadRequestJson"];
            401: components["responses"]["UnauthorizedJson"];
            404: components["responses"]["NotFoundJson"];
        };
    };
    makePublicXml: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the document, digits. Sample forms spell the placeholder `documentId`.
                 * @example 8892000000064025
                 */
                documentID: components["parameters"]["pathDocumentId"];
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/x-www-form-urlencoded": components["schemas"]["MakePublicForm"];
            };
        };
        responses: {
            /** @description Document that is now public. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/xml": components["schemas"]["DocumentReferenceResponse"];
                };
            };
            400: components["responses"]["BadRequestXml"];
            401: components["responses"]["UnauthorizedXml"];
            404: components["responses"]["NotFoundXml"];
        };
    };
    getDocumentInfoJson: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the document, digits. Sample forms spell the placeholder `documentId`.
                 * @example 8892000000064025
                 */
                documentID: components["parameters"]["pathDocumentId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Metadata of the document. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DocumentInfoEnvelope"];
                };
            };
            400: components["responses"]["BadRequestJson"];
            401: components["responses"]["UnauthorizedJson"];
            404: components["responses"]["NotFoundJson"];
        };
    };
    getDocumentInfoXml: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the document, digits. Sample forms spell the placeholder `documentId`.
                 * @example 8892000000064025
                 */
                documentID: components["parameters"]["pathDocumentId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Metadata of the document. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/xml": components["schemas"]["DocumentInfoResponse"];
                };
            };
            400: components["responses"]["BadRequestXml"];
            401: components["responses"]["UnauthorizedXml"];
            404: components["responses"]["NotFoundXml"];
        };
    };
}
