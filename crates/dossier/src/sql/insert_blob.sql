insert into blob (sha256, size, media_type, content)
values (:sha256, :size, :media_type, zeroblob(:size))
