/** Schemas and paths of small contracts of many styles, each of which has one collection with a whole life cycle. */

const todo = `{ type: object, required: [id, title], properties: {
  id: { type: integer, readOnly: true }, title: { type: string }, done: { type: boolean, default: false },
  secret: { type: string, writeOnly: true },
  createdAt: { type: string, format: date-time, readOnly: true }, updatedAt: { type: string, format: date-time, readOnly: true } } }`;

/** A plain array, a problem that the contract describes, and a Location. */
export const TODOS = `
paths:
  /todos:
    get:
      operationId: listTodos
      parameters:
        - { name: done, in: query, schema: { type: boolean } }
        - { name: title, in: query, schema: { type: array, items: { type: string } } }
        - { name: sort, in: query, schema: { type: string } }
        - { name: page, in: query, schema: { type: integer } }
        - { name: per_page, in: query, schema: { type: integer, default: 3 } }
      responses:
        "200":
          description: Todos.
          headers: { Link: { schema: { type: string } }, X-Total-Count: { schema: { type: integer } } }
          content:
            application/json:
              schema: { type: array, items: { $ref: "#/components/schemas/Todo" } }
              example: [{ id: 4, title: buy milk, createdAt: "2026-03-01T10:00:00Z" }, { id: 9, title: call }]
    post:
      operationId: addTodo
      requestBody: { required: true, content: { application/json: { schema: { $ref: "#/components/schemas/Todo" } } } }
      responses:
        "201":
          description: Made.
          headers: { Location: { schema: { type: string } } }
          content: { application/json: { schema: { $ref: "#/components/schemas/Todo" } } }
  /todos/{todoId}:
    parameters: [{ name: todoId, in: path, required: true, schema: { type: integer } }]
    get: { operationId: getTodo, responses: { "200": &one { description: One., content: { application/json: { schema: { $ref: "#/components/schemas/Todo" } } } }, "404": &none { description: None., content: { application/json: { schema: { type: object, required: [code, message], properties: { code: { type: integer }, message: { type: string } } } } } } } }
    put: { operationId: putTodo, requestBody: { required: true, content: { application/json: { schema: { $ref: "#/components/schemas/Todo" } } } }, responses: { "200": *one } }
    patch:
      operationId: changeTodo
      requestBody:
        required: true
        content:
          application/json: { schema: { type: object } }
          application/merge-patch+json: { schema: { type: object } }
          application/json-patch+json: { schema: { type: array, items: { type: object } } }
      responses: { "200": *one }
    delete: { operationId: deleteTodo, responses: { "204": { description: Gone. }, "404": *none } }
components: { schemas: { Todo: ${todo} } }
`;

/** Identifiers in an envelope, as JSON:API has them. */
export const ARTICLES = `
paths:
  /articles:
    get:
      operationId: listArticles
      parameters:
        - { name: "page[number]", in: query, schema: { type: integer } }
        - { name: "page[size]", in: query, schema: { type: integer } }
        - { name: "filter[lang]", in: query, schema: { type: string } }
      responses:
        "200":
          description: Articles.
          content:
            application/vnd.api+json:
              schema:
                type: object
                required: [data, meta, links]
                properties:
                  data: { type: array, items: { $ref: "#/components/schemas/Article" } }
                  meta: { type: object, required: [total], properties: { total: { type: integer } } }
                  links: { type: object, properties: { self: { type: string }, next: { type: [string, "null"] }, prev: { type: [string, "null"] } } }
    post:
      operationId: addArticle
      requestBody: { required: true, content: { application/vnd.api+json: { schema: &body { type: object, required: [data], properties: { data: { $ref: "#/components/schemas/Article" } } } } } }
      responses: { "201": &one { description: One., content: { application/vnd.api+json: { schema: *body } } } }
  /articles/{id}:
    parameters: [{ name: id, in: path, required: true, schema: { type: string, format: uuid } }]
    get: { operationId: getArticle, responses: { "200": *one, default: { description: Failed., content: { application/json: { schema: { type: object, required: [errors], properties: { errors: { type: array, minItems: 1, items: { type: object, required: [status, title], properties: { status: { type: string }, title: { type: string } } } } } } } } } } }
    patch: { operationId: changeArticle, requestBody: { content: { application/vnd.api+json: { schema: *body } } }, responses: { "200": *one } }
    delete: { operationId: deleteArticle, responses: { "200": { description: Gone., content: { application/json: { schema: { type: object, required: [deleted], properties: { deleted: { type: boolean, const: true } } } } } } } }
components:
  schemas:
    Article:
      type: object
      required: [type, id]
      properties:
        type: { type: string, const: articles }
        id: { type: string, format: uuid, readOnly: true }
        lang: { type: string }
        attributes: { type: object, properties: { title: { type: string }, body: { type: string } } }
`;

/** Forms, POST for a change, and pages by the last key, as Stripe has them. */
export const CUSTOMERS = `
paths:
  /v1/customers:
    get:
      operationId: listCustomers
      parameters:
        - { name: limit, in: query, schema: { type: integer } }
        - { name: starting_after, in: query, schema: { type: string } }
        - { name: email, in: query, schema: { type: string } }
      responses: { "200": { description: Customers., content: { application/json: { schema: { type: object, required: [object, data, has_more], properties: { object: { type: string, enum: [list] }, has_more: { type: boolean }, url: { type: string }, data: { type: array, items: { $ref: "#/components/schemas/customer" } } } } } } } }
    post:
      operationId: createCustomer
      requestBody: { content: { application/x-www-form-urlencoded: { schema: &form { type: object, properties: { email: { type: string }, name: { type: string } } } } } }
      responses: { "200": &one { description: One., content: { application/json: { schema: { $ref: "#/components/schemas/customer" } } } } }
  /v1/customers/{customer}:
    parameters: [{ name: customer, in: path, required: true, schema: { type: string } }]
    get: { operationId: getCustomer, responses: { "200": { description: One., content: { application/json: { schema: { anyOf: [{ $ref: "#/components/schemas/customer" }, { $ref: "#/components/schemas/deleted" }] } } } }, default: &failed { description: Failed., content: { application/json: { schema: { type: object, required: [error], properties: { error: { type: object, required: [message], properties: { message: { type: string } } } } } } } } } }
    post: { operationId: updateCustomer, requestBody: { content: { application/x-www-form-urlencoded: { schema: *form } } }, responses: { "200": *one, default: *failed } }
    delete: { operationId: deleteCustomer, responses: { "200": { description: Gone., content: { application/json: { schema: { $ref: "#/components/schemas/deleted" } } } }, default: *failed } }
components:
  schemas:
    customer:
      type: object
      required: [id, object, created]
      additionalProperties: false
      properties:
        id: { type: string, maxLength: 40, example: cus_NffrFeUfNV2Hib }
        object: { type: string, enum: [customer] }
        created: { type: integer, example: 1680893993 }
        email: { type: [string, "null"] }
        name: { type: [string, "null"] }
    deleted: { type: object, required: [id, object, deleted], properties: { id: { type: string }, object: { type: string, enum: [customer] }, deleted: { type: boolean, enum: [true] } } }
`;

/** A key that the client chooses, a second path for it in the body, and actions beside. */
export const PETS = `
paths:
  /pet:
    post: { operationId: addPet, requestBody: &pet { required: true, content: { application/json: { schema: { $ref: "#/components/schemas/Pet" } }, application/xml: { schema: { $ref: "#/components/schemas/Pet" } } } }, responses: { "200": &one { description: One., content: { application/json: { schema: { $ref: "#/components/schemas/Pet" } }, application/xml: { schema: { $ref: "#/components/schemas/Pet" } } } } } }
    put: { operationId: updatePet, requestBody: *pet, responses: { "200": *one, "404": { description: None. } } }
  /pet/findByStatus:
    get:
      operationId: findPetsByStatus
      parameters: [{ name: status, in: query, explode: true, schema: { type: array, items: { type: string, enum: [available, sold] } } }]
      responses: { "200": { description: Pets., content: { application/json: { schema: { type: array, items: { $ref: "#/components/schemas/Pet" } } } } } }
  /pet/{petId}:
    parameters: [{ name: petId, in: path, required: true, schema: { type: integer, format: int64 } }]
    get: { operationId: getPet, responses: { "200": *one, "404": { description: None. } } }
    post:
      operationId: updatePetWithForm
      parameters: [{ name: name, in: query, schema: { type: string } }, { name: status, in: query, schema: { type: string } }]
      responses: { "200": *one, "404": { description: None. } }
    delete: { operationId: deletePet, responses: { "200": { description: Gone. }, "404": { description: None. } } }
components:
  schemas:
    Pet:
      type: object
      required: [name, photoUrls]
      xml: { name: pet }
      properties:
        id: { type: integer, format: int64, example: 10 }
        name: { type: string, example: doggie }
        photoUrls: { type: array, xml: { wrapped: true }, items: { type: string, xml: { name: photoUrl } } }
        status: { type: string, enum: [available, sold] }
`;

/** Items that belong to others, with numbers that begin anew in each. */
export const ISSUES = `
paths:
  /repos/{owner}/{repo}/issues:
    parameters: [&owner { name: owner, in: path, required: true, schema: { type: string }, example: octocat }, &repo { name: repo, in: path, required: true, schema: { type: string }, example: hello }]
    get: { operationId: listIssues, parameters: [{ name: state, in: query, schema: { type: string, enum: [open, closed, all] } }], responses: { "200": { description: Issues., content: { application/json: { schema: { type: array, items: { $ref: "#/components/schemas/Issue" } } } } } } }
    post: { operationId: createIssue, requestBody: { content: { application/json: { schema: { type: object, required: [title], properties: { title: { type: string }, labels: { type: array, items: { type: string } } } } } } }, responses: { "201": &one { description: One., content: { application/json: { schema: { $ref: "#/components/schemas/Issue" } } } } } }
  /repos/{owner}/{repo}/issues/{issue_number}:
    parameters: [*owner, *repo, &number { name: issue_number, in: path, required: true, schema: { type: integer } }]
    get: { operationId: getIssue, responses: { "200": *one, "404": { description: None., content: { application/json: { schema: { type: object }, example: { message: Not Found } } } } } }
    patch: { operationId: updateIssue, requestBody: { content: { application/json: { schema: { type: object, properties: { state: { type: string }, title: { type: string } } } } } }, responses: { "200": *one } }
    delete: { operationId: deleteIssue, responses: { "204": { description: Gone. } } }
  /repos/{owner}/{repo}/issues/{issue_number}/comments:
    parameters: [*owner, *repo, *number]
    get: { operationId: listComments, responses: { "200": { description: Comments., content: { application/json: { schema: { type: array, items: { $ref: "#/components/schemas/Comment" } } } } } } }
    post: { operationId: createComment, requestBody: { content: { application/json: { schema: { $ref: "#/components/schemas/Comment" } } } }, responses: { "201": { description: One., content: { application/json: { schema: { $ref: "#/components/schemas/Comment" } } } } } }
components:
  schemas:
    Comment: { type: object, properties: { id: { type: integer, readOnly: true }, body: { type: string } } }
    Issue:
      type: object
      required: [id, number, title, state, url, labels]
      example: { id: 1, number: 1347, title: Found a bug, state: open, url: https://api.test/repos/octocat/hello/issues/1347, labels: [{ name: bug }] }
      properties:
        id: { type: integer }
        number: { type: integer }
        title: { type: string }
        state: { type: string, enum: [open, closed] }
        url: { type: string, format: uri }
        labels: { type: array, items: { type: object, properties: { name: { type: string } } } }
`;

/** What is put where nothing is, under a name that is no member of it. */
export const SECRETS = `
paths:
  /secrets:
    get: { operationId: listSecrets, responses: { "200": { description: Secrets., content: { application/json: { schema: { type: object, properties: { secrets: { type: array, items: { $ref: "#/components/schemas/Secret" } }, total_count: { type: integer } } } } } } } }
  /secrets/{secret_name}:
    parameters: [{ name: secret_name, in: path, required: true, schema: { type: string } }]
    get: { operationId: getSecret, responses: { "200": { description: One., content: { application/json: { schema: { $ref: "#/components/schemas/Secret" } } } }, "404": { description: None. } } }
    put: { operationId: putSecret, requestBody: { required: true, content: { application/json: { schema: { type: object, required: [value], properties: { value: { type: string } } } } } }, responses: { "201": { description: Made. }, "204": { description: Changed. } } }
    delete: { operationId: deleteSecret, responses: { "204": { description: Gone. } } }
components: { schemas: { Secret: { type: object, required: [name], properties: { name: { type: string }, updated_at: { type: string, format: date-time } } } } }
`;
