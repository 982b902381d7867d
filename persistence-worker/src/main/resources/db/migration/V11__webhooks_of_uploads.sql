-- Where the submitter of one job wants to be told of its end.
alter table job add column webhook_url text;

-- A URL that uploads name is a webhook, too, made when the first of them ends; created_at is when one last did.
alter table webhook add column of_uploads boolean not null default false;
create unique index webhook_of_uploads on webhook (owner, url) where of_uploads;

-- What an owner's messages to such URLs are signed with.
create table webhook_upload_secret (
    owner          text primary key,
    secret         text not null,
    earlier_secret text,
    earlier_until  timestamptz
);
